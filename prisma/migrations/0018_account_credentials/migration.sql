-- An account and that by which it lets us in are two things: a mail account may share a password with calendars, or have
-- one of its own. What an account is called at its provider and how it is reached, the provider alone writes and reads.

CREATE TYPE "CredentialKind" AS ENUM ('PASSWORD');

CREATE TABLE "account_credential" (
  "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  "owner_id" TEXT NOT NULL,
  "kind" "CredentialKind" NOT NULL,
  "username" TEXT NOT NULL,
  "secret" TEXT NOT NULL,
  "scopes" TEXT[] NOT NULL DEFAULT '{}',
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "account_credential_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "account_credential_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user" ("id")
    ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "account_credential_owner_id_idx" ON "account_credential" ("owner_id");

-- A secret is sealed for the id of its row, and can only be opened with it: that of the connection stays.
INSERT INTO "account_credential" ("id", "owner_id", "kind", "username", "secret", "created_at")
SELECT "id", "owner_id", 'PASSWORD', "username", "secret", "created_at" FROM "connection";

ALTER TABLE "connection" RENAME COLUMN "server_url" TO "address";
ALTER TABLE "connection"
  ADD COLUMN "account_id" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "reach" JSONB NOT NULL DEFAULT '{}',
  ADD COLUMN "credential_id" UUID,
  ALTER COLUMN "kind" TYPE TEXT USING lower("kind"::text);
UPDATE "connection" SET "credential_id" = "id", "account_id" = coalesce("principal_url", "home_urls"[1], ''),
  "reach" = jsonb_build_object('principal', "principal_url", 'homes', to_jsonb("home_urls"));
ALTER TABLE "connection"
  ALTER COLUMN "account_id" DROP DEFAULT,
  ALTER COLUMN "reach" DROP DEFAULT,
  ALTER COLUMN "credential_id" SET NOT NULL,
  DROP COLUMN "username",
  DROP COLUMN "secret",
  DROP COLUMN "principal_url",
  DROP COLUMN "home_urls",
  ADD CONSTRAINT "connection_credential_id_fkey" FOREIGN KEY ("credential_id") REFERENCES "account_credential" ("id")
    ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "connection_credential_id_idx" ON "connection" ("credential_id");
DROP TYPE "ConnectionKind";
