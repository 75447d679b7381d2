-- Music and speech made by Venice, and the recognition of a track's lyrics: orders like clips (see clips for the columns they share).
CREATE TABLE sounds (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    batch_id TEXT NOT NULL,
    ledger_id TEXT NOT NULL REFERENCES ledger (id),
    kind INTEGER NOT NULL,
    status INTEGER NOT NULL,
    settings TEXT NOT NULL,
    model TEXT NOT NULL,
    model_name TEXT NOT NULL,
    prompt TEXT NOT NULL,
    shown_price BIGINT NOT NULL,
    new_price BIGINT,
    retry_of TEXT,
    venice_model TEXT,
    queue_id TEXT,
    balance_before BIGINT,
    average_ms BIGINT,
    elapsed_ms BIGINT,
    observed_at BIGINT,
    failure_kind TEXT,
    sentence TEXT,
    suggested_prompt TEXT,
    recommended_model TEXT,
    refunded BOOLEAN,
    media_id TEXT REFERENCES media (id),
    -- The track that was made of it, or, for a recognition, the one that is listened to.
    track_id TEXT,
    clean_up BOOLEAN NOT NULL,
    cleaned_at BIGINT,
    clean_note TEXT,
    cancel_asked BOOLEAN NOT NULL DEFAULT FALSE,
    tries INTEGER NOT NULL DEFAULT 0,
    created_at BIGINT NOT NULL,
    submitted_at BIGINT,
    finished_at BIGINT,
    deleted_at BIGINT,
    due_at BIGINT,
    lease_owner TEXT,
    lease_until BIGINT,
    leases_lost INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX sounds_due ON sounds (due_at);
CREATE INDEX sounds_of_account ON sounds (account_id, created_at);
CREATE INDEX sounds_of_media ON sounds (media_id);
CREATE INDEX sounds_of_track ON sounds (track_id);
