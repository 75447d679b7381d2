-- How long a model takes is read from its latest clips, at every purchase and for every forecast.
CREATE INDEX clips_by_model ON clips (venice_model, created_at);
