import { randomUUID } from 'node:crypto';
import { type Answer, type Ask, contest } from './contest.ts';
import { type RaceArtist, type RaceStudio, ZONE } from './race-studio.ts';

export interface Round {
  readonly broken: readonly string[];
  readonly answers: readonly Answer[];
}

/** One contest for the time that this round is about; nobody else was ever there. */
export type Contest = (studio: RaceStudio, round: number, crowd: number) => Promise<Round>;

/** Everybody wants the very same time: one has it, all others hear that it is taken, and what is free nearby. */
export const sameSlot: Contest = async (studio, round, crowd) => {
  const [artist] = studio.artists;
  const start = startOf(round, '10:00');
  const answers = await contest(
    studio.agent,
    times(crowd, (n) => submit(studio, n, { artist: artist.slug, service: artist.serviceId, start })),
  );
  const active = await activeAt(studio, start);
  return {
    answers,
    broken: [
      ...exactly('winners', won(answers), 1),
      ...exactly('bookings', active, 1),
      ...exactly('latecomers', answers.filter(isTaken).length, crowd - 1),
      ...unforeseen(answers, [201, 409]),
    ],
  };
};

/** Starts a quarter of an hour apart that overlap each other, buffers included: no two of them are given away. */
export const overlappingStarts: Contest = async (studio, round, crowd) => {
  const [artist] = studio.artists;
  const starts = ['12:00', '12:15', '12:30', '12:45'].map((time) => startOf(round, time));
  const answers = await contest(
    studio.agent,
    times(crowd, (n) =>
      submit(studio, n, {
        artist: artist.slug,
        service: artist.serviceId,
        start: starts[n % starts.length] ?? '',
      }),
    ),
  );
  return { answers, broken: [...exactly('winners', won(answers), 1), ...unforeseen(answers, [201, 409])] };
};

/** The one chair is needed by two artists at once: whoever loses it gives the artist's time back too. */
export const artistWithChair: Contest = async (studio, round, crowd) => {
  const start = startOf(round, '14:00');
  const answers = await contest(
    studio.agent,
    times(crowd, (n) => {
      const artist = studio.artists[n % 2] as RaceArtist;
      return submit(studio, n, { artist: artist.slug, service: artist.chairServiceId, start });
    }),
  );
  const claims = await studio.database.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM claim WHERE starts_at = $1',
    [start],
  );
  return {
    answers,
    broken: [
      ...exactly('winners', won(answers), 1),
      ...exactly('claims of artist and chair', claims[0]?.n ?? 0, 2),
      ...unforeseen(answers, [201, 409]),
    ],
  };
};

/** Half say yes and half say no to one request: all hear what it has become. */
export const approveAgainstDecline: Contest = async (studio, round, crowd) => {
  const [artist] = studio.artists;
  const start = startOf(round, '16:00');
  const wish = { artist: artist.slug, service: artist.serviceId, start };
  const [asked] = await contest(studio.agent, [submit(studio, 0, wish)]);
  const { id } = (asked?.body ?? {}) as { id?: string };
  const authorization = `Bearer ${studio.apiKey}`;
  const answers = await contest(
    studio.agent,
    times(crowd, (n) => ({
      origin: originOf(studio, n),
      path: `/api/v1/admin/bookings/${id}/${n % 4 < 2 ? 'approve' : 'decline'}`,
      body: {},
      headers: { authorization },
    })),
  );
  const [booking] = await studio.database.query<{ state: string; steps: number }>(
    'SELECT state, (SELECT count(*)::int FROM booking_step WHERE booking_id = b.id) AS steps FROM booking b WHERE id = $1',
    [id],
  );
  const told = new Set(
    answers.filter(({ status }) => status === 200).map(({ body }) => (body as { state: string }).state),
  );
  return {
    answers,
    broken: [
      ...(told.size === 1 && told.has(booking?.state ?? '')
        ? []
        : [`told ${[...told]}, is ${booking?.state}`]),
      ...exactly('steps', booking?.steps ?? 0, 2),
      ...unforeseen(answers, [200, 409]),
    ],
  };
};

/** Some have a booking and want to move it to where others want one: one of all of them is there at the end. */
export const rescheduleAgainstSubmit: Contest = async (studio, round, crowd) => {
  const [artist] = studio.artists;
  const wish = (start: string) => ({ artist: artist.slug, service: artist.serviceId, start });
  const places = ['08:00', '18:00'].map((time) => startOf(round, time));
  const placed = await contest(
    studio.agent,
    places.map((start, n) => submit(studio, n, wish(start))),
  );
  const start = startOf(round, '17:15', 'other');
  const moves = placed.map(({ body }, n) => ({
    origin: originOf(studio, n),
    path: `/api/v1/bookings/${(body as { token: string }).token}/reschedule`,
    body: { start },
  }));
  const others = times(crowd - moves.length, (n) => submit(studio, n, wish(start)));
  const answers = await contest(studio.agent, [...moves, ...others]);
  const [open] = await studio.database.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM booking WHERE state IN ('REQUESTED', 'CONFIRMED') AND starts_at = ANY ($1::timestamptz[])`,
    [[...places, start]],
  );
  const winners = answers.filter(({ status }) => status < 300).length;
  const moved = answers.slice(0, moves.length).filter(({ status }) => status < 300).length;
  return {
    answers,
    broken: [
      ...exactly('winners', winners, 1),
      ...exactly('bookings', await activeAt(studio, start), 1),
      // Who could not move is still where they were.
      ...exactly('bookings in all', open?.n ?? 0, moved === 1 ? places.length : places.length + 1),
      ...unforeseen(answers, [200, 201, 409]),
    ],
  };
};

/** An event comes into the artist's calendar from outside; whoever submits after it was there hears that it is busy. */
export const externalEvent: Contest = async (studio, round, crowd) => {
  const [, artist] = studio.artists;
  const start = startOf(round, '10:00');
  studio.sandbox.put('ann', artist.calendarUri, `outside-${round}.ics`, eventAt(`outside-${round}`, start));
  // The last look at the provider was just now for all that the studio knows: it has to look again.
  await studio.database.query(
    `UPDATE source SET last_complete_at = last_complete_at - interval '10 seconds' WHERE connection_id IS NOT NULL`,
  );
  const answers = await contest(
    studio.agent,
    times(crowd, (n) => submit(studio, n, { artist: artist.slug, service: artist.serviceId, start })),
  );
  return {
    answers,
    broken: [
      ...exactly('winners', won(answers), 0),
      ...exactly('latecomers', answers.filter(isTaken).length, crowd),
      ...unforeseen(answers, [409]),
    ],
  };
};

function submit(
  studio: RaceStudio,
  n: number,
  wish: { readonly artist: string; readonly service: string; readonly start: string },
): Ask {
  const client = { name: `Client ${n}`, email: `client${n}@example.org` };
  return {
    origin: originOf(studio, n),
    path: '/api/v1/bookings',
    headers: { 'idempotency-key': randomUUID() },
    body: { ...wish, zone: ZONE, client },
  };
}

function originOf({ origins }: RaceStudio, n: number): string {
  return origins[n % origins.length] ?? '';
}

const FIRST_DAY = 2;

/** Every round has a day of its own; `other` is half a year later. */
function startOf(round: number, time: string, season: 'this' | 'other' = 'this'): string {
  const day = Temporal.Now.plainDateISO(ZONE).add({
    days: FIRST_DAY + round + (season === 'other' ? 180 : 0),
  });
  return day.toZonedDateTime({ timeZone: ZONE, plainTime: time }).toString({ timeZoneName: 'never' });
}

function eventAt(uid: string, start: string): string {
  const at = Temporal.Instant.from(start).toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');
  const event = [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${at}`,
    `DTSTART:${at}`,
    'DURATION:PT1H',
    'SUMMARY:Dentist',
  ];
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Phone//EN',
    ...event,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ];
  return lines.join('\r\n');
}

async function activeAt({ database }: RaceStudio, start: string): Promise<number> {
  const [row] = await database.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM booking WHERE state IN ('REQUESTED', 'CONFIRMED') AND starts_at = $1`,
    [start],
  );
  return row?.n ?? 0;
}

function times<T>(count: number, make: (n: number) => T): T[] {
  return Array.from({ length: count }, (_, n) => make(n));
}

function won(answers: readonly Answer[]): number {
  return answers.filter(({ status }) => status === 201).length;
}

function isTaken({ status, body }: Answer): boolean {
  return status === 409 && (body as { error?: { kind?: string } }).error?.kind === 'slot_taken';
}

function exactly(what: string, found: number, wanted: number): readonly string[] {
  return found === wanted ? [] : [`${found} ${what}, not ${wanted}`];
}

function unforeseen(answers: readonly Answer[], allowed: readonly number[]): readonly string[] {
  const odd = answers.filter(({ status }) => !allowed.includes(status));
  return odd
    .slice(0, 3)
    .map(({ status, body }) => `answered ${status}: ${JSON.stringify(body).slice(0, 200)}`);
}
