-- Stills and cast sheets: orders like clips and sounds (see clips for the columns they share), of a project, for a shot or a cast member.
CREATE TABLE stills (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    project_id TEXT NOT NULL REFERENCES projects (id),
    shot_id TEXT,
    cast_id TEXT,
    batch_id TEXT NOT NULL,
    ledger_id TEXT NOT NULL REFERENCES ledger (id),
    purpose INTEGER NOT NULL,
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
CREATE INDEX stills_due ON stills (due_at);
CREATE INDEX stills_of_project ON stills (project_id, shot_id);
CREATE INDEX stills_of_media ON stills (media_id);

-- Pictures that a creator brought as the still of a shot: versions of it like the drawn ones, and nothing was ordered.
CREATE TABLE given_stills (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    project_id TEXT NOT NULL REFERENCES projects (id),
    shot_id TEXT NOT NULL,
    media_id TEXT NOT NULL REFERENCES media (id),
    created_at BIGINT NOT NULL,
    UNIQUE (project_id, shot_id, media_id)
);
CREATE INDEX given_stills_of_media ON given_stills (media_id);

-- Calls of kinds that are counted one by one, as long as they are younger than Venice's minute.
CREATE TABLE paced_calls (
    kind TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX paced_calls_of_kind ON paced_calls (kind, at);
