-- A file on its way in, piece by piece. Its bytes lie in a file of their own; received counts those that are safely on the disk.
CREATE TABLE uploads (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    name TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    received BIGINT NOT NULL DEFAULT 0,
    track_id TEXT,
    created_at BIGINT NOT NULL,
    touched_at BIGINT NOT NULL
);
CREATE INDEX uploads_by_age ON uploads (touched_at);

CREATE TABLE tracks (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    media_id TEXT NOT NULL REFERENCES media (id),
    sha256 TEXT NOT NULL,
    source INTEGER NOT NULL,
    title TEXT NOT NULL,
    artist TEXT,
    seconds DOUBLE PRECISION NOT NULL,
    state INTEGER NOT NULL,
    stage INTEGER,
    share DOUBLE PRECISION NOT NULL DEFAULT 0,
    failure_kind TEXT,
    sentence TEXT,
    -- The hearing that counts for this song (see hearings), and its outcome with the corrections in it, for lists.
    heard_version INTEGER,
    tempo DOUBLE PRECISION,
    meter INTEGER,
    confidence DOUBLE PRECISION,
    steady BOOLEAN,
    -- What the creator says: corrections and lyrics are never touched by hearing again.
    corrections TEXT,
    corrections_version INTEGER NOT NULL DEFAULT 0,
    lyrics TEXT,
    lyrics_state INTEGER NOT NULL DEFAULT 0,
    created_at BIGINT NOT NULL,
    deleted_at BIGINT,
    due_at BIGINT,
    lease_owner TEXT,
    lease_until BIGINT,
    leases_lost INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX tracks_due ON tracks (due_at);
CREATE INDEX tracks_of_account ON tracks (account_id, created_at);
CREATE INDEX tracks_of_media ON tracks (media_id);
CREATE INDEX tracks_of_content ON tracks (sha256);
-- The same file twice is one song, also when it is brought in by two clicks at once.
CREATE UNIQUE INDEX tracks_once ON tracks (account_id, sha256) WHERE deleted_at IS NULL;

-- What was heard in a file, by its content: whoever brings the same song gets it at once. The waveform lies beside, in a file.
CREATE TABLE hearings (
    sha256 TEXT NOT NULL,
    analyser_version INTEGER NOT NULL,
    song TEXT NOT NULL,
    heard_at BIGINT NOT NULL,
    PRIMARY KEY (sha256, analyser_version)
);

-- What Venice recognised of a song's words: the last time that it was asked.
CREATE TABLE recognitions (
    track_id TEXT PRIMARY KEY REFERENCES tracks (id),
    ledger_id TEXT REFERENCES ledger (id),
    model TEXT NOT NULL,
    state INTEGER NOT NULL,
    sentence TEXT,
    words TEXT,
    trusted BOOLEAN NOT NULL DEFAULT FALSE,
    aligned BOOLEAN NOT NULL DEFAULT FALSE,
    asked_at BIGINT NOT NULL,
    ended_at BIGINT
);
