import { type EventText, type EventTime, eventFile, type OverrideText } from './event-builder.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';

export interface BenchObject {
  /** File name, unique in the set. */
  readonly name: string;
  readonly uid: string;
  readonly ics: string;
}

export interface BenchOptions {
  readonly count: number;
  readonly seed: number;
  /** The middle of the two years over which the events are spread. */
  readonly around: Temporal.PlainDate;
}

/**
 * Calendar objects as a busy studio has them after years: mean 1.4 KB, and per 10,000 objects about 120,000
 * occurrences in the year around the given day. The same options give the same objects.
 */
export function* benchObjects({ count, seed, around }: BenchOptions): Generator<BenchObject> {
  const random = seededRandom(seed);
  for (let made = 0; made < count; made++) {
    const uid = random.uuid();
    yield { name: `${uid}.ics`, uid, ics: benchFile(uid, random, around) };
  }
}

const ZONES = [
  'Europe/Zurich',
  'Europe/Paris',
  'Europe/London',
  'America/New_York',
  'America/Los_Angeles',
  'America/Sao_Paulo',
  'Asia/Tokyo',
  'Australia/Sydney',
];

type Kind = 'zoned' | 'utc' | 'all-day' | 'weekly' | 'monthly' | 'daily' | 'yearly' | 'floating';

/** Shares of the mix in percent. */
const mix: readonly (readonly [Kind, number])[] = [
  ['zoned', 45],
  ['utc', 10],
  ['all-day', 10],
  ['weekly', 22],
  ['monthly', 5],
  ['daily', 3],
  ['yearly', 3],
  ['floating', 2],
];

function kindOf(random: SeededRandom): Kind {
  let left = random.next() * 100;
  for (const [kind, share] of mix) {
    left -= share;
    if (left < 0) return kind;
  }
  return 'zoned';
}

function benchFile(uid: string, random: SeededRandom, around: Temporal.PlainDate): string {
  const kind = kindOf(random);
  const date = around.add({ days: random.integer(-365, 365) });
  const wall = date.toPlainDateTime({ hour: random.integer(8, 19), minute: random.pick([0, 15, 30, 45]) });
  const content = contentOf(random);
  switch (kind) {
    case 'all-day':
      return eventFile({ uid, ...content, start: date, end: date.add({ days: random.integer(1, 3) }) });
    case 'utc':
      return eventFile({ uid, ...content, ...span(wall.toZonedDateTime('UTC').toInstant(), random) });
    case 'floating':
      return eventFile({ uid, ...content, ...span(wall, random) });
    default: {
      const start = wall.toZonedDateTime(random.pick(ZONES));
      const event = { uid, ...content, ...span(start, random) };
      return kind === 'zoned' ? eventFile(event) : seriesFile(kind, event, start, around, random);
    }
  }
}

function span<T extends Exclude<EventTime, Temporal.PlainDate>>(start: T, random: SeededRandom) {
  return { start, end: start.add({ minutes: random.pick([30, 60, 90, 120, 180, 240]) }) as T };
}

type SeriesKind = 'weekly' | 'monthly' | 'daily' | 'yearly';

function seriesFile(
  kind: SeriesKind,
  event: EventText,
  start: Temporal.ZonedDateTime,
  around: Temporal.PlainDate,
  random: SeededRandom,
): string {
  if (kind === 'weekly') return weeklyFile(event, start, around, random);
  const rule = {
    // Long runs every day of the year would outweigh all else: most end after some weeks.
    daily: `FREQ=DAILY;COUNT=${random.integer(10, 250)}`,
    monthly: random.pick(['FREQ=MONTHLY;BYDAY=1SA', 'FREQ=MONTHLY;BYMONTHDAY=15', 'FREQ=MONTHLY;BYDAY=-1FR']),
    yearly: 'FREQ=YEARLY',
  }[kind];
  return eventFile({ ...event, rrule: rule });
}

/** Two days cancelled and one or two instances moved, by an hour. */
function weeklyFile(
  event: EventText,
  from: Temporal.ZonedDateTime,
  around: Temporal.PlainDate,
  random: SeededRandom,
): string {
  const start = onWeekBefore(from, around, random.integer(0, 52));
  const end = start.add({ hours: 1 });
  const excluded = [random.integer(2, 5), random.integer(6, 9)];
  const moved = [random.integer(10, 14), ...(random.chance(0.5) ? [random.integer(15, 20)] : [])];
  const overrides = moved.map(
    (weeks): OverrideText => ({
      recurrenceId: start.add({ weeks }),
      start: start.add({ weeks, hours: 1 }),
      end: end.add({ weeks, hours: 1 }),
      summary: `${event.summary ?? ''} (déplacé)`,
    }),
  );
  return eventFile(
    {
      ...event,
      start,
      end,
      rrule: random.chance(0.75) ? 'FREQ=WEEKLY' : `FREQ=WEEKLY;COUNT=${random.integer(25, 60)}`,
      exdates: excluded.map((weeks) => start.add({ weeks })),
    },
    overrides,
  );
}

const onWeekBefore = (time: Temporal.ZonedDateTime, day: Temporal.PlainDate, weeks: number) =>
  day.subtract({ weeks }).toZonedDateTime({ timeZone: time.timeZoneId, plainTime: time.toPlainTime() });

const TITLES = [
  'Séance bras, fine line',
  'Cover-up avant-bras',
  'Consultation – pièce dorsale',
  'Retouche cheville',
  '打ち合わせ Hiro',
  'Flash: petite lune 🌙',
  'Full sleeve, session 3/5',
];
const PEOPLE = ['Camille', 'Jonas', 'Aiko', 'Sofía', 'Noé', 'Élodie', 'Mateo', 'Ingrid'];

function contentOf(random: SeededRandom) {
  return {
    summary: `${random.pick(TITLES)} ${random.integer(1, 999)}`,
    location: random.pick(['Poste 1', 'Poste 2', 'Atelier, rue du Marché 12; 2e étage', 'Guest room']),
    description: description(random),
    lines: [
      ...(random.chance(0.3) ? attendees(random) : []),
      `X-STUDIO-DEPOSIT;X-CURRENCY=CHF:${random.integer(50, 400)}`,
      `X-APPLE-TRAVEL-ADVISORY-BEHAVIOR:AUTOMATIC`,
      ...(random.chance(0.5) ? ALARM : []),
    ],
  };
}

const description = (random: SeededRandom): string =>
  `Références dans le dossier partagé ${random.hex(12)}.\n` +
  'Peau sensible, prévoir une pause toutes les heures; crème anesthésiante apportée par la cliente. '.repeat(
    random.integer(1, 8),
  );

const attendees = (random: SeededRandom): string[] => [
  'ORGANIZER;CN=Studio Encre:mailto:studio@encre.example',
  ...random
    .shuffled(PEOPLE)
    .slice(0, random.integer(1, 3))
    .map(
      (person) =>
        `ATTENDEE;CN=${person};ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED:mailto:${random.hex(6)}@client.example`,
    ),
];

const ALARM = ['BEGIN:VALARM', 'ACTION:DISPLAY', 'DESCRIPTION:Rappel', 'TRIGGER:-PT30M', 'END:VALARM'];
