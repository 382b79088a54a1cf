-- How the objects of a calendar were read: by which reading of iCalendar, in which zone, for which owner. Where that
-- is another now, they are read again from their stored texts.
ALTER TABLE "calendar" ADD COLUMN "read_as" TEXT;
