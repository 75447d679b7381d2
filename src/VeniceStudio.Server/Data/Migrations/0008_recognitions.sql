-- Whether recognised words can be believed depends on the text beside them, so it is found when they are read.
ALTER TABLE recognitions DROP COLUMN trusted;
