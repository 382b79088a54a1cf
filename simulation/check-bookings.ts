import type { BookingSide } from './booking-side.ts';
import { uidIn } from './event-text.ts';
import type { Studio } from './studio.ts';

interface BookingRow {
  readonly id: string;
  readonly state: string;
  readonly uid: string;
  readonly trouble: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly claims: number;
  readonly rightClaims: number;
  /** Of the event in the mirror. */
  readonly eventStart: Date | null;
  readonly eventEnd: Date | null;
  readonly title: string | null;
  readonly disputed: boolean;
}

const BOOKINGS = `SELECT b.id, b.state, b.uid, b.trouble, b.starts_at AS "startsAt", b.ends_at AS "endsAt",
    (SELECT count(*) FROM claim WHERE booking_id = b.id) AS claims,
    (SELECT count(*) FROM claim c WHERE c.booking_id = b.id AND c.starts_at = b.starts_at AND c.ends_at = b.ends_at) AS "rightClaims",
    o.starts_at AS "eventStart", o.ends_at AS "eventEnd", x.components -> 0 ->> 'summary' AS title,
    EXISTS (SELECT 1 FROM conflict f WHERE f.uid = b.uid) AS disputed
  FROM booking b LEFT JOIN LATERAL (SELECT * FROM calendar_object x WHERE x.uid = b.uid LIMIT 1) x ON true
  LEFT JOIN LATERAL (SELECT * FROM occurrence WHERE object_id = x.id ORDER BY starts_at LIMIT 1) o ON true
  ORDER BY b.created_at, b.id`;

/** What of the bookings does not hold now that all is at rest. */
export async function brokenBookings(studio: Studio, side: BookingSide): Promise<readonly string[]> {
  const rows = await studio.database.query<BookingRow>(BOOKINGS);
  const events = Map.groupBy(
    studio.calendars.flatMap((calendar) => [...studio.remote(calendar).values()]),
    ({ body }) => uidIn(body) ?? '',
  );
  return [
    ...rows.flatMap((row) => brokenBooking(row, events.get(row.uid)?.length ?? 0)),
    ...brokenSubmits(side, new Set(rows.map(({ id }) => id))),
  ];
}

function brokenBooking(row: BookingRow, events: number): readonly string[] {
  const about = `${row.state} ${row.id}`;
  const open = row.state === 'REQUESTED' || row.state === 'CONFIRMED';
  const broken: string[] = [];
  if (Number(row.claims) !== (open ? 1 : 0)) broken.push(`B1: ${about} has ${row.claims} claims`);
  if (open && Number(row.rightClaims) !== 1) broken.push(`B1: ${about} claims another time`);
  if (events > 1) broken.push(`B3: ${about} is in the calendar ${events} times`);
  // Somebody has been told to look: what is in the calendar is what they are to look at.
  if (row.trouble !== null || row.disputed) return broken;
  if (events !== (open ? 1 : 0)) broken.push(`B3: ${about} is in the calendar ${events} times`);
  if (!open || events !== 1) return broken;
  if (
    row.eventStart?.getTime() !== row.startsAt.getTime() ||
    row.eventEnd?.getTime() !== row.endsAt.getTime()
  )
    broken.push(
      `B9: ${about} is at ${row.startsAt.toISOString()}, its event at ${row.eventStart?.toISOString()}`,
    );
  if ((row.title ?? '').startsWith('REQUEST:') !== (row.state === 'REQUESTED'))
    broken.push(`B3: ${about} is titled ${row.title}`);
  return broken;
}

/** One submit is one booking, however often it was sent and whatever was killed on the way (B5). */
function brokenSubmits({ told }: BookingSide, ids: ReadonlySet<string>): readonly string[] {
  const answered = new Set([...told.values()].flatMap((answers) => [...answers]));
  return [
    ...[...told].filter(([, answers]) => answers.size > 1).map(([key]) => `B5: ${key} is several bookings`),
    ...[...answered].filter((id) => !ids.has(id)).map((id) => `B5: ${id} was promised and is not there`),
    ...[...ids].filter((id) => !answered.has(id)).map((id) => `B5: ${id} is there and nobody was told`),
  ];
}
