-- The ids of a board's shots, in the order of the film, each with a space before it: lists find a clip's shot without reading the document.
ALTER TABLE boards ADD COLUMN shot_ids TEXT NOT NULL DEFAULT '';
-- only: sqlite
UPDATE boards SET shot_ids = COALESCE((SELECT GROUP_CONCAT(' ' || JSON_EXTRACT(shot.value, '$.id'), '') FROM JSON_EACH(boards.document, '$.shots') AS shot), '');
-- end
-- only: postgres
UPDATE boards SET shot_ids = COALESCE((
    SELECT STRING_AGG(' ' || (shot.value ->> 'id'), '' ORDER BY shot.ordinality)
    FROM JSONB_ARRAY_ELEMENTS(boards.document::jsonb -> 'shots') WITH ORDINALITY AS shot(value, ordinality)), '');
-- end
