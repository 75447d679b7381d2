-- A take is a clip that was bought for a shot of a project.
ALTER TABLE clips ADD COLUMN project_id TEXT;
ALTER TABLE clips ADD COLUMN shot_id TEXT;
CREATE INDEX clips_of_project ON clips (project_id, shot_id);

-- Shots of a board that take a clip of their own, counted when it is written.
ALTER TABLE boards ADD COLUMN bought INTEGER NOT NULL DEFAULT 0;

-- A video or a picture that a creator brought for a shot.
CREATE TABLE footage (
    id TEXT PRIMARY KEY,
    project_id TEXT NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    shot_id TEXT NOT NULL,
    media_id TEXT NOT NULL REFERENCES media (id),
    -- Where it came from, so that asking twice gives the same one.
    upload_id TEXT,
    note TEXT,
    created_at BIGINT NOT NULL,
    deleted_at BIGINT
);
CREATE INDEX footage_of_project ON footage (project_id, shot_id);
CREATE INDEX footage_of_media ON footage (media_id);
CREATE UNIQUE INDEX footage_of_upload ON footage (upload_id);

-- The creator's wishes for the cut (see Cut); a project without a row has none.
CREATE TABLE cuts (
    project_id TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    document TEXT NOT NULL,
    updated_at BIGINT NOT NULL
);

CREATE TABLE films (
    id TEXT PRIMARY KEY,
    project_id TEXT NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    number INTEGER NOT NULL,
    state INTEGER NOT NULL,
    -- Which board and cut it shows, the cut's own text, and a hash of everything that decides a frame.
    board_version INTEGER NOT NULL,
    cut TEXT NOT NULL,
    plan_hash TEXT NOT NULL,
    done_frames INTEGER NOT NULL DEFAULT 0,
    total_frames INTEGER NOT NULL,
    media_id TEXT REFERENCES media (id),
    scorecard TEXT,
    failure_kind TEXT,
    sentence TEXT,
    created_at BIGINT NOT NULL,
    finished_at BIGINT,
    deleted_at BIGINT,
    due_at BIGINT,
    lease_owner TEXT,
    lease_until BIGINT,
    leases_lost INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX films_due ON films (due_at);
CREATE INDEX films_of_project ON films (project_id, created_at);
CREATE INDEX films_of_media ON films (media_id);

CREATE TABLE exports (
    id TEXT PRIMARY KEY,
    project_id TEXT NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    film_id TEXT,
    kind INTEGER NOT NULL,
    settings TEXT NOT NULL,
    state INTEGER NOT NULL,
    share DOUBLE PRECISION NOT NULL DEFAULT 0,
    name TEXT NOT NULL,
    mime_type TEXT NOT NULL,
    bytes BIGINT,
    failure_kind TEXT,
    sentence TEXT,
    created_at BIGINT NOT NULL,
    finished_at BIGINT,
    deleted_at BIGINT,
    due_at BIGINT,
    lease_owner TEXT,
    lease_until BIGINT,
    leases_lost INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX exports_due ON exports (due_at);
CREATE INDEX exports_of_account ON exports (account_id, created_at);
CREATE INDEX exports_of_project ON exports (project_id, created_at);

-- Which upload an opened archive came from, so that asking twice gives the same project.
CREATE TABLE imports (
    upload_id TEXT PRIMARY KEY,
    project_id TEXT NOT NULL
);
