-- Whether the provider made this app password for us alone; then it is taken back there together with the account.
ALTER TABLE "account_credential" ADD COLUMN "issued" BOOLEAN NOT NULL DEFAULT false;

-- Somebody is on the sign-in page of their Nextcloud (Login Flow v2), or has just come from it.
CREATE TABLE "login_flow" (
  "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  "user_id" TEXT NOT NULL,
  "connection_id" UUID,
  "secret" TEXT NOT NULL,
  "asked_at" TIMESTAMPTZ(3),
  "granted_at" TIMESTAMPTZ(3),
  "renewed_at" TIMESTAMPTZ(3),
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "login_flow_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "login_flow_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "login_flow_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "login_flow_user_id_idx" ON "login_flow" ("user_id");
CREATE INDEX "login_flow_connection_id_idx" ON "login_flow" ("connection_id");
