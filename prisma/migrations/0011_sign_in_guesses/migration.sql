-- Passwords that were tried for an address, whoever tried them and from wherever; the address is kept as a keyed hash.
CREATE TABLE "sign_in_guess" (
  "account" TEXT NOT NULL,
  "tries" INTEGER NOT NULL,
  "last_try_at" TIMESTAMPTZ(3) NOT NULL,
  "wait_until" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "sign_in_guess_pkey" PRIMARY KEY ("account")
);
CREATE INDEX "sign_in_guess_last_try_at_idx" ON "sign_in_guess" ("last_try_at");

-- Sign-ins are counted as everything else is, in limit_count.
DROP TABLE "rate_limit";
