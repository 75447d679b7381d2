-- How a video's colours are coded, kept when it is checked: a film is planned without opening the files of its clips. Null: not looked at yet.
ALTER TABLE media ADD COLUMN colour_matrix TEXT;
ALTER TABLE media ADD COLUMN colour_primaries TEXT;
