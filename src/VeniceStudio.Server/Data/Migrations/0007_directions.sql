-- What a language model is asked to do for a project: questions about the brief, words for the board, words for some shots once more.
CREATE TABLE directions (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    project_id TEXT NOT NULL,
    kind INTEGER NOT NULL,
    state INTEGER NOT NULL,
    request TEXT NOT NULL,
    done INTEGER NOT NULL DEFAULT 0,
    total INTEGER NOT NULL,
    by_rules BOOLEAN NOT NULL DEFAULT FALSE,
    ruled INTEGER NOT NULL DEFAULT 0,
    treatment TEXT,
    -- A paid answer that is not on the board yet: a process that dies here has it written by the next one, not bought again.
    answer TEXT,
    proposals TEXT,
    -- The money of the answer under way, and of all answers before it.
    ledger_id TEXT REFERENCES ledger (id),
    paid BIGINT NOT NULL DEFAULT 0,
    notice TEXT,
    tries INTEGER NOT NULL DEFAULT 0,
    created_at BIGINT NOT NULL,
    finished_at BIGINT,
    due_at BIGINT,
    lease_owner TEXT,
    lease_until BIGINT,
    leases_lost INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX directions_due ON directions (due_at);
CREATE INDEX directions_of_project ON directions (project_id, created_at);
-- One at a time for each project: two writers would overwrite each other.
CREATE UNIQUE INDEX directions_at_work ON directions (project_id) WHERE state IN (1, 2);
