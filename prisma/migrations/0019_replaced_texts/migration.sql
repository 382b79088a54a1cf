-- What an edit put in the place of what, for a few days: so that whoever made it can take it back, series and all, and
-- whoever comes second can be told who came first.

CREATE TABLE "replaced_text" (
  "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  "edit_id" UUID NOT NULL,
  "ordinal" INTEGER NOT NULL,
  "actor_id" TEXT NOT NULL,
  "object_id" UUID NOT NULL,
  "uid" TEXT NOT NULL,
  "from_calendar_id" UUID,
  "before" TEXT,
  "to_calendar_id" UUID,
  "after" TEXT,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "replaced_text_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "replaced_text_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "user" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "replaced_text_from_calendar_id_fkey" FOREIGN KEY ("from_calendar_id") REFERENCES "calendar" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "replaced_text_to_calendar_id_fkey" FOREIGN KEY ("to_calendar_id") REFERENCES "calendar" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "replaced_text_edit_id_idx" ON "replaced_text" ("edit_id");
CREATE INDEX "replaced_text_object_id_idx" ON "replaced_text" ("object_id");
CREATE INDEX "replaced_text_created_at_idx" ON "replaced_text" ("created_at");
