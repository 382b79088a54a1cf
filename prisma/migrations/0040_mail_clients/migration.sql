-- Whose mail it is: bookings and ideas by the address of their client.
CREATE INDEX "booking_client_email_idx" ON "booking" (lower("client_email"), "starts_at" DESC);
CREATE INDEX "inquiry_client_email_idx" ON "inquiry" (lower("client_email"), "created_at" DESC);
