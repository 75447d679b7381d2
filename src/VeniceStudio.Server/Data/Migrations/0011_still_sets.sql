-- The shot whose still comes first among the pictures that this one is made of, as long as it is not drawn; NULL: nothing is waited for.
ALTER TABLE stills ADD COLUMN set_shot_id TEXT;
