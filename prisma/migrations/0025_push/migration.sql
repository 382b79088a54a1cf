-- What people are told on their devices, by choice: the installation's key, the devices, and what waits to be sent.

CREATE TABLE "push_key" (
  "only" BOOLEAN NOT NULL DEFAULT true,
  "public_key" TEXT NOT NULL,
  "private_key" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "push_key_pkey" PRIMARY KEY ("only"),
  CONSTRAINT "push_key_one" CHECK ("only")
);

CREATE TABLE "push_device" (
  "id" UUID NOT NULL,
  "user_id" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "endpoint" TEXT NOT NULL,
  "p256dh" TEXT NOT NULL,
  "auth" TEXT NOT NULL,
  "kinds" TEXT[] NOT NULL,
  "details" BOOLEAN NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "told_at" TIMESTAMPTZ(3),
  CONSTRAINT "push_device_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "push_device_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "push_device_endpoint_key" ON "push_device" ("endpoint");
CREATE INDEX "push_device_user_id_idx" ON "push_device" ("user_id");

CREATE TABLE "push_notice" (
  "id" UUID NOT NULL,
  "device_id" UUID NOT NULL,
  "once" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "body" TEXT NOT NULL,
  "path" TEXT NOT NULL,
  "send_at" TIMESTAMPTZ(3) NOT NULL,
  "valid_until" TIMESTAMPTZ(3) NOT NULL,
  "settled_at" TIMESTAMPTZ(3),
  CONSTRAINT "push_notice_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "push_notice_device_id_fkey" FOREIGN KEY ("device_id") REFERENCES "push_device" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "push_notice_device_id_once_key" ON "push_notice" ("device_id", "once");
CREATE INDEX "push_notice_send_at_idx" ON "push_notice" ("send_at") WHERE "settled_at" IS NULL;
