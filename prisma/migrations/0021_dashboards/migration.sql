-- How somebody has arranged their dashboard; whoever has not, sees it as it comes.
CREATE TABLE "dashboard" (
  "user_id" TEXT NOT NULL,
  "order" TEXT[] NOT NULL DEFAULT '{}',
  "hidden" TEXT[] NOT NULL DEFAULT '{}',
  CONSTRAINT "dashboard_pkey" PRIMARY KEY ("user_id"),
  CONSTRAINT "dashboard_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
