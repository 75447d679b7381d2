-- What a model was called when it was ordered, as people read it; NULL: only its id is known.
ALTER TABLE ledger ADD COLUMN model_name TEXT;
UPDATE ledger SET model_name = clips.model_name FROM clips WHERE clips.ledger_id = ledger.id;
UPDATE ledger SET model_name = stills.model_name FROM stills WHERE stills.ledger_id = ledger.id;
UPDATE ledger SET model_name = sounds.model_name FROM sounds WHERE sounds.ledger_id = ledger.id;
