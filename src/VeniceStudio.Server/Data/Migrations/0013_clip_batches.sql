-- Orders are listed newest first with what became of their clips; a batch's id grows with the time.
CREATE INDEX clips_of_batch ON clips (account_id, batch_id);
CREATE INDEX batches_by_status ON clips (account_id, status, batch_id);
