/** 0001-01-01 and 9999-12-31T23:59:59Z: what PostgreSQL and ISO 8601 agree on without signs. */
const FIRST_MS = -62_135_596_800_000;
const LAST_MS = 253_402_300_799_000;

/** An instant as PostgreSQL takes it; events beyond the years 1 to 9999 are kept at their edge. */
export function storableInstant(ms: number): Date {
  return new Date(Math.min(Math.max(ms, FIRST_MS), LAST_MS));
}
