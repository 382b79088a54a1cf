-- Events that were mended, or not understood: listed for people, and looked at before a booking is confirmed.
CREATE INDEX "calendar_object_flagged_idx" ON "calendar_object" ("calendar_id") WHERE "flags" <> '{}';
