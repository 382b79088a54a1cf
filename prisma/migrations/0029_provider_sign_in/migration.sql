-- Rights that somebody gave at a provider's own page. Its tokens lie in `account_credential.secret`, sealed like a password.

ALTER TYPE "CredentialKind" ADD VALUE 'OAUTH';

-- One worker at a time asks for new tokens; a worker that died holds nobody up for long.
ALTER TABLE "account_credential" ADD COLUMN "renewing_until" TIMESTAMPTZ(3);

-- A sign-in on its way: from the moment somebody is sent to the provider's page until its calendars are chosen.
CREATE TABLE "provider_sign_in" (
  "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  "kind" TEXT NOT NULL,
  "user_id" TEXT NOT NULL,
  "session_id" TEXT NOT NULL,
  "connection_id" UUID,
  "state_hash" TEXT NOT NULL,
  "redirect_uri" TEXT NOT NULL,
  "secret" TEXT NOT NULL,
  "scopes" TEXT[] NOT NULL DEFAULT '{}',
  "outcome" JSONB,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "answered_at" TIMESTAMPTZ(3),
  CONSTRAINT "provider_sign_in_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "provider_sign_in_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "provider_sign_in_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "provider_sign_in_state_hash_key" ON "provider_sign_in" ("state_hash");
CREATE INDEX "provider_sign_in_user_id_idx" ON "provider_sign_in" ("user_id");
CREATE INDEX "provider_sign_in_connection_id_idx" ON "provider_sign_in" ("connection_id");
