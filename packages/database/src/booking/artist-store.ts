import type { Database } from '../database.ts';
import type { Transaction } from '../transaction.ts';

/** Who can be booked, with the rules that hold unless a service says otherwise. */
export interface ArtistRow {
  readonly id: string;
  /** Who signs in as this artist; null for one without an account. */
  readonly userId: string | null;
  readonly name: string;
  /** Names the artist in addresses. Unique. */
  readonly slug: string;
  readonly bio: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly active: boolean;
  /** Receives the bookings, and blocks; null until one is chosen: nothing is offered then. */
  readonly calendarId: string | null;
  /** Calendars that block as well. */
  readonly blocking: readonly string[];
  readonly autoConfirm: boolean;
  readonly noticeMinutes: number;
  readonly horizonDays: number;
  /** Minutes. */
  readonly slotInterval: number;
  readonly dailyLimit: number | null;
  readonly cutOffMinutes: number;
  /** Weekly ranges as the booking package reads them. */
  readonly weekly: object;
  readonly position: number;
}

const COLUMNS = `a.id, a.user_id AS "userId", a.name, a.slug, a.bio, a.time_zone AS "timeZone", a.active,
  a.calendar_id AS "calendarId",
  ARRAY(SELECT b.calendar_id FROM blocking_calendar b WHERE b.artist_id = a.id ORDER BY 1) AS blocking,
  a.auto_confirm AS "autoConfirm", a.notice_minutes AS "noticeMinutes", a.horizon_days AS "horizonDays",
  a.slot_interval AS "slotInterval", a.daily_limit AS "dailyLimit", a.cut_off_minutes AS "cutOffMinutes", a.weekly,
  a.position`;

export interface ArtistFilter {
  readonly ids?: readonly string[] | undefined;
  readonly slugs?: readonly string[] | undefined;
  readonly activeOnly?: boolean;
}

export async function listArtists(
  { query }: Pick<Database, 'query'> | Pick<Transaction, 'query'>,
  { ids, slugs, activeOnly }: ArtistFilter = {},
): Promise<readonly ArtistRow[]> {
  return query<ArtistRow>(
    `SELECT ${COLUMNS} FROM artist a
     WHERE ($1::uuid[] IS NULL OR a.id = ANY ($1)) AND ($2::text[] IS NULL OR a.slug = ANY ($2))
       AND (a.active OR NOT $3)
     ORDER BY a.position, a.name, a.id`,
    [ids ?? null, slugs ?? null, activeOnly ?? false],
  );
}

export type NewArtist = Pick<ArtistRow, 'id' | 'userId' | 'name' | 'slug' | 'timeZone' | 'calendarId'>;

/** @returns false when the slug is taken. */
export async function insertArtist(
  transaction: Transaction,
  { id, userId, name, slug, timeZone, calendarId }: NewArtist,
  now: Date,
): Promise<boolean> {
  const rows = await transaction.query(
    `INSERT INTO artist (id, user_id, name, slug, time_zone, calendar_id, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (slug) DO NOTHING RETURNING 1`,
    [id, userId, name, slug, timeZone, calendarId, now],
  );
  return rows.length > 0;
}

/** Left out: as it is. */
export type ArtistPatch = {
  readonly [Field in keyof Omit<ArtistRow, 'id' | 'slug' | 'blocking'>]?: ArtistRow[Field] | undefined;
};

const COLUMN: Readonly<Record<keyof ArtistPatch, string>> = {
  userId: 'user_id',
  name: 'name',
  bio: 'bio',
  timeZone: 'time_zone',
  active: 'active',
  calendarId: 'calendar_id',
  autoConfirm: 'auto_confirm',
  noticeMinutes: 'notice_minutes',
  horizonDays: 'horizon_days',
  slotInterval: 'slot_interval',
  dailyLimit: 'daily_limit',
  cutOffMinutes: 'cut_off_minutes',
  weekly: 'weekly',
  position: 'position',
};

export async function patchArtist(transaction: Transaction, id: string, patch: ArtistPatch): Promise<void> {
  const fields = (Object.keys(COLUMN) as (keyof ArtistPatch)[]).filter((field) => patch[field] !== undefined);
  if (fields.length === 0) return;
  const sets = fields.map((field, n) => `${COLUMN[field]} = $${n + 2}`);
  const values = fields.map((field) => (field === 'weekly' ? JSON.stringify(patch.weekly) : patch[field]));
  await transaction.query(`UPDATE artist SET ${sets.join(', ')} WHERE id = $1`, [id, ...values]);
}

export async function setBlocking(
  transaction: Transaction,
  artistId: string,
  calendarIds: readonly string[],
): Promise<void> {
  await transaction.query('DELETE FROM blocking_calendar WHERE artist_id = $1', [artistId]);
  await transaction.query(
    'INSERT INTO blocking_calendar (artist_id, calendar_id) SELECT DISTINCT $1::uuid, id FROM unnest($2::uuid[]) AS id',
    [artistId, calendarIds],
  );
}

/** With services and hours. @returns false, and nothing is changed, where bookings or inquiries stand. */
export async function deleteArtist(transaction: Transaction, id: string): Promise<boolean> {
  const gone = await transaction.query(
    `DELETE FROM artist a WHERE a.id = $1 AND NOT EXISTS (SELECT 1 FROM booking WHERE artist_id = a.id)
       AND NOT EXISTS (SELECT 1 FROM inquiry WHERE artist_id = a.id) RETURNING 1`,
    [id],
  );
  return gone.length > 0;
}
