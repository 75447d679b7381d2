-- A music video in the making. Its texts are JSON (see Brief, Look, CastMember, PlanSettings); version counts their changes together.
CREATE TABLE projects (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    title TEXT NOT NULL,
    track_id TEXT NOT NULL REFERENCES tracks (id),
    brief TEXT NOT NULL,
    look TEXT NOT NULL,
    cast_list TEXT NOT NULL,
    plan TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    budget BIGINT,
    -- Which board counts (0: none yet), and the highest number that any board of this project ever had: numbers are never used twice.
    board_version INTEGER NOT NULL DEFAULT 0,
    board_top INTEGER NOT NULL DEFAULT 0,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    deleted_at BIGINT
);
CREATE INDEX projects_of_account ON projects (account_id, updated_at);
CREATE INDEX projects_of_track ON projects (track_id);

-- Every state of a board: those below the one that counts can be gone back to, those above it forward to.
CREATE TABLE boards (
    project_id TEXT NOT NULL REFERENCES projects (id),
    version INTEGER NOT NULL,
    document TEXT NOT NULL,
    act TEXT NOT NULL,
    by_account TEXT,
    -- Counted when it is written, for lists.
    shots INTEGER NOT NULL,
    stills INTEGER NOT NULL,
    approved INTEGER NOT NULL,
    poster_id TEXT,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (project_id, version)
);

-- Looks under a name, for any project of their account.
CREATE TABLE looks (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    name TEXT NOT NULL,
    look TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
);
CREATE INDEX looks_of_account ON looks (account_id);

-- Pictures that a project or a look needs: nobody reclaims them meanwhile.
CREATE TABLE kept_media (
    holder_id TEXT NOT NULL,
    media_id TEXT NOT NULL REFERENCES media (id),
    PRIMARY KEY (holder_id, media_id)
);
CREATE INDEX kept_media_of_media ON kept_media (media_id);

-- Money of a project is counted against its own budget too.
ALTER TABLE ledger ADD COLUMN project_id TEXT;
CREATE INDEX ledger_of_project ON ledger (project_id);

-- An agreement may be given for a picture before any clip is made with it: then clip_id is empty and these two say for what.
ALTER TABLE consents ADD COLUMN project_id TEXT;
ALTER TABLE consents ADD COLUMN model TEXT;
CREATE INDEX consents_of_project ON consents (project_id);
