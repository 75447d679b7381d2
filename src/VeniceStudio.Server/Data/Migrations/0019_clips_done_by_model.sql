-- What a model's last finished clips took is asked for every forecast. A database that met an early 0016 has this index already.
CREATE INDEX IF NOT EXISTS clips_done_by_model ON clips (venice_model, created_at) WHERE status = 5;
