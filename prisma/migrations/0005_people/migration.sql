-- Whoever is switched off keeps everything and signs in no more.
ALTER TABLE "user" ADD COLUMN "disabled_at" TIMESTAMPTZ(3);

-- The one link by which a person chooses a password: of an invitation, or in place of one that was reset. Gone once used.
CREATE TABLE "person_link" (
  "user_id" TEXT NOT NULL,
  "token_hash" BYTEA NOT NULL,
  "kind" TEXT NOT NULL,
  "expires_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "person_link_pkey" PRIMARY KEY ("user_id"),
  CONSTRAINT "person_link_kind" CHECK ("kind" IN ('INVITE', 'RESET')),
  CONSTRAINT "person_link_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "person_link_token_hash_key" ON "person_link" ("token_hash");

-- What somebody owns goes to somebody else before they go: it never goes with them.
ALTER TABLE "connection" DROP CONSTRAINT "connection_owner_id_fkey",
  ADD CONSTRAINT "connection_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "calendar" DROP CONSTRAINT "calendar_owner_id_fkey",
  ADD CONSTRAINT "calendar_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A session that is opened while its person is being switched off waits, and then is none.
CREATE FUNCTION "refuse_disabled_session"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "user" WHERE "id" = NEW."user_id" AND "disabled_at" IS NULL FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'this person signs in no more' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "session_of_somebody" BEFORE INSERT ON "session" FOR EACH ROW EXECUTE FUNCTION "refuse_disabled_session"();
