-- Which stored pictures and sounds a clip was ordered with. An upload that no living clip uses may be reclaimed.
CREATE TABLE clip_media (
    clip_id TEXT NOT NULL REFERENCES clips (id),
    media_id TEXT NOT NULL REFERENCES media (id),
    PRIMARY KEY (clip_id, media_id)
);
CREATE INDEX clip_media_of_media ON clip_media (media_id);
CREATE INDEX clips_of_media ON clips (media_id);
