-- How long a source is left alone after it was asked, though somebody looks at it: the publisher of a calendar that is
-- read as a whole says how often that may be.
ALTER TABLE "source" ADD COLUMN "rest_seconds" INTEGER NOT NULL DEFAULT 0;
