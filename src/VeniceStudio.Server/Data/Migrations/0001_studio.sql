-- Ids are text (version-7 GUIDs), instants Unix milliseconds, money micro-dollars, states small numbers (see the enums).

CREATE TABLE accounts (
    id TEXT PRIMARY KEY,
    email TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    role INTEGER NOT NULL,
    password_hash TEXT,
    stamp TEXT NOT NULL,
    daily_budget BIGINT,
    local BOOLEAN NOT NULL DEFAULT FALSE,
    created_at BIGINT NOT NULL,
    disabled_at BIGINT
);

CREATE TABLE invitations (
    id TEXT PRIMARY KEY,
    email TEXT NOT NULL,
    role INTEGER NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,
    invited_by TEXT NOT NULL REFERENCES accounts (id),
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    accepted_at BIGINT
);

CREATE TABLE tokens (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    name TEXT NOT NULL,
    prefix TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE,
    created_at BIGINT NOT NULL,
    last_used_at BIGINT,
    revoked_at BIGINT
);

CREATE TABLE protection_keys (
    name TEXT PRIMARY KEY,
    xml TEXT NOT NULL
);

CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

CREATE TABLE media (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    kind INTEGER NOT NULL,
    mime_type TEXT NOT NULL,
    extension TEXT NOT NULL,
    name TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    sha256 TEXT NOT NULL,
    width INTEGER,
    height INTEGER,
    seconds DOUBLE PRECISION,
    has_poster BOOLEAN NOT NULL DEFAULT FALSE,
    created_at BIGINT NOT NULL,
    deleted_at BIGINT
);
CREATE INDEX media_of_account ON media (account_id, kind, created_at);

-- The ledger: one line for each order, whatever becomes of it.
CREATE TABLE ledger (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    kind INTEGER NOT NULL,
    model TEXT NOT NULL,
    clip_id TEXT,
    state INTEGER NOT NULL,
    quoted BIGINT NOT NULL,
    paid BIGINT NOT NULL DEFAULT 0,
    refunded BIGINT NOT NULL DEFAULT 0,
    reserved_at BIGINT NOT NULL,
    settled_at BIGINT
);
CREATE INDEX ledger_by_state ON ledger (state, account_id);
CREATE INDEX ledger_by_time ON ledger (settled_at);
CREATE INDEX ledger_of_clip ON ledger (clip_id);

CREATE TABLE clips (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    batch_id TEXT NOT NULL,
    ledger_id TEXT NOT NULL REFERENCES ledger (id),
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
    download_url TEXT,
    balance_before BIGINT,
    average_ms BIGINT,
    elapsed_ms BIGINT,
    observed_at BIGINT,
    failure_kind TEXT,
    sentence TEXT,
    suggested_prompt TEXT,
    recommended_model TEXT,
    refunded BOOLEAN,
    consent TEXT,
    consent_given BOOLEAN NOT NULL DEFAULT FALSE,
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
CREATE INDEX clips_due ON clips (due_at);
CREATE INDEX clips_of_account ON clips (account_id, created_at);
CREATE INDEX clips_by_status ON clips (status);
CREATE INDEX clips_by_queue_id ON clips (queue_id);

-- Who agreed to a provider's terms, when, for which picture. Kept for good: it is a legal act.
CREATE TABLE consents (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    clip_id TEXT NOT NULL,
    flow TEXT NOT NULL,
    version TEXT NOT NULL,
    policy_text TEXT NOT NULL,
    media_ids TEXT NOT NULL,
    agreed_at BIGINT NOT NULL
);

-- One click, one order: the answer to a key is given again instead of the order being made again.
CREATE TABLE idempotency (
    account_id TEXT NOT NULL,
    route TEXT NOT NULL,
    key TEXT NOT NULL,
    body_hash TEXT NOT NULL,
    answer TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, route, key)
);

-- The one pacer of the whole account, shared by every process: when the next call of a kind is due in theory.
CREATE TABLE pace (
    kind TEXT PRIMARY KEY,
    next_at BIGINT NOT NULL,
    blocked_until BIGINT NOT NULL DEFAULT 0
);
CREATE TABLE venice_failures (
    at BIGINT NOT NULL
);
CREATE INDEX venice_failures_at ON venice_failures (at);
