-- Who an account is at its server, and whose its calendars are.

-- What the server knows the account by (RFC 6638 2.4.1), mail addresses without `mailto:`; asked once.
ALTER TABLE "connection" ADD COLUMN "addresses" TEXT[] NOT NULL DEFAULT '{}';
ALTER TABLE "connection" ADD COLUMN "addresses_at" TIMESTAMPTZ(3);

-- Shared with the account by somebody else; such a server may show some of its events masked.
ALTER TABLE "calendar" ADD COLUMN "owned_by_other" BOOLEAN NOT NULL DEFAULT false;

-- Two people of one server cannot be told apart by the name of the host alone.
UPDATE "connection"
SET "name" = "username" || ' (' || "name" || ')'
WHERE "name" = substring(coalesce("home_urls"[1], "server_url") FROM '^[a-zA-Z]+://(?:[^/@]*@)?(\[[^\]]*\]|[^/:]+)');
