import type { Watched } from '../api/answers.ts';

export interface Span {
  readonly from: Date;
  readonly to: Date;
}

/** What a bunch of changes makes out of date. */
export interface Staleness {
  readonly everything: boolean;
  readonly calendars: boolean;
  readonly status: boolean;
  /** Bookings, inquiries, or what the studio offers. */
  readonly bookings: boolean;
  /** What the studio says of itself: nearly every page starts from it. */
  readonly studio: boolean;
  /** Who signs in. */
  readonly people: boolean;
  /** Times whose events changed; `'all'` when a change named none. */
  readonly events: 'all' | readonly Span[];
}

export function stalenessOf(changes: readonly Watched[]): Staleness {
  const calendars = changes.some((change) => change.type === 'calendars');
  return {
    everything: changes.some((change) => change.type === 'reset'),
    calendars,
    status: changes.some((change) => change.type === 'status'),
    bookings: changes.some((change) => change.type === 'bookings'),
    studio: changes.some((change) => change.type === 'studio'),
    people: changes.some((change) => change.type === 'people'),
    // A calendar that is renamed keeps its events; one that is switched on or removed does not.
    events: calendars ? 'all' : spansOf(changes),
  };
}

function spansOf(changes: readonly Watched[]): Staleness['events'] {
  const spans: Span[] = [];
  for (const change of changes) {
    if (change.type !== 'events') continue;
    if (!change.from || !change.to) return 'all';
    spans.push({ from: change.from, to: change.to });
  }
  return spans;
}

/** A question as it was asked: the procedure's path, and its input. */
export interface Question {
  readonly path: string;
  readonly input: unknown;
}

/** Reads the key under which @trpc/react-query keeps an answer: `[['agenda', 'events'], { input, type }]`. */
export function questionOf(key: readonly unknown[]): Question {
  const [path, rest] = key;
  const input = typeof rest === 'object' && rest !== null && 'input' in rest ? rest.input : undefined;
  return { path: Array.isArray(path) ? path.join('.') : '', input };
}

const OF_CALENDARS = new Set(['calendars.list', 'connections.list']);
const OF_STATUS = new Set(['calendars.list', 'connections.list', 'calendars.history']);

const OF_BOOKINGS = new Set(['bookings', 'booking', 'inquiries', 'artists', 'chairs', 'closures', 'outbox']);
const OF_STUDIO = new Set(['studio', 'booking', 'manage', 'outbox']);
const OF_PEOPLE = new Set(['people.list', 'artists.people']);
/** What is free depends on the calendars as well. */
const OF_FREE_TIMES = new Set(['booking.slots', 'booking.next', 'booking.check', 'artists.explain']);

export function isStale({ path, input }: Question, staleness: Staleness): boolean {
  if (staleness.everything) return true;
  if (staleness.calendars && OF_CALENDARS.has(path)) return true;
  if (staleness.status && OF_STATUS.has(path)) return true;
  if (staleness.bookings && OF_BOOKINGS.has(path.split('.')[0] ?? '')) return true;
  if (staleness.studio && OF_STUDIO.has(path.split('.')[0] ?? '')) return true;
  if (staleness.people && OF_PEOPLE.has(path)) return true;
  if (OF_FREE_TIMES.has(path)) return staleness.events === 'all' || staleness.events.length > 0;
  if (!path.startsWith('agenda.')) return false;
  if (staleness.events === 'all') return true;
  // What is next, and the open event: their times are not part of the question.
  if (!isSpan(input)) return staleness.events.length > 0;
  return staleness.events.some((span) => span.from < input.to && input.from <= span.to);
}

function isSpan(input: unknown): input is Span {
  if (typeof input !== 'object' || input === null) return false;
  return 'from' in input && input.from instanceof Date && 'to' in input && input.to instanceof Date;
}
