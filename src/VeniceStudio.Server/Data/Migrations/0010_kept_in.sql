-- Which S3 store keeps a file and its poster; NULL: only the studio's own folder does. A deleted row keeps the name until the object is gone.
ALTER TABLE media ADD COLUMN kept_in TEXT;
