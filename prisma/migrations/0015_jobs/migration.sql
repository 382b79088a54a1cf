-- What failed waits in the job queue now, each attempt with it; what is due still is found again by itself.
DROP TABLE "job_trouble";

ALTER TABLE "mail" DROP COLUMN "next_try_at";
CREATE INDEX "mail_waiting_idx" ON "mail" ("due_at") WHERE "state" = 'WAITING';
