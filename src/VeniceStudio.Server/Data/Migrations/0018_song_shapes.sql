-- A song at a glance, for lists: 96 columns of four bytes, as base64. Null: not asked for yet.
ALTER TABLE hearings ADD COLUMN shape TEXT;
