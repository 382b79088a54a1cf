import type { AgendaEvent, Me } from '../../api/answers.ts';
import { isSpan, type Question, type Span } from '../../live/staleness.ts';
import { COPIES, type KeptAnswer, type KeptDatabase, STORES } from './kept-database.ts';
import { gathered, MOST_EVENTS, type Month, monthsIn, patched, spanOf } from './months.ts';

/** Answers that can be read offline as they were: who one is, and what the first pages show. */
const PATHS = new Set([
  'people.me',
  'studio.facts',
  'calendars.list',
  'agenda.next',
  'agenda.event',
  'bookings.list',
  'bookings.see',
  'inquiries.list',
  'inquiries.see',
  'artists.list',
]);
const MOST_ANSWERS = 150;

export type Kept = ReturnType<typeof openKept>;

/**
 * What one person can read without the server, on this device. It is theirs alone: it goes when they sign out, and when
 * somebody else signs in. A browser that keeps nothing keeps nothing, and everything else works.
 */
export function openKept(database: KeptDatabase, clock: () => Date) {
  let owner: string | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  /** One after the other, in the order of the answers; what cannot be kept is not missed until one is offline. */
  function inTurn(work: () => Promise<unknown>): Promise<void> {
    const done = turn.then(work).catch(() => undefined);
    turn = done;
    return done.then(() => undefined);
  }

  async function belongTo(userId: string): Promise<void> {
    if (userId === owner) return;
    const before = await database.get('about', 'owner');
    if (before?.userId !== userId) await clear();
    owner = userId;
    await database.put('about', { liveUntil: null, ...before, userId }, 'owner');
  }

  async function clear(): Promise<void> {
    owner = null;
    await Promise.all(STORES.map((store) => database.clear(store)));
  }

  async function keepAnswer(question: Question, data: unknown): Promise<void> {
    await database.put('answers', { ...question, key: keyOf(question), data, at: clock() });
    const keys = await database.getAllKeysFromIndex('answers', 'at');
    const many = keys.slice(0, Math.max(0, keys.length - MOST_ANSWERS));
    await Promise.all(many.map((key) => database.delete('answers', key)));
  }

  /** Of a month that is kept, the part that was asked for; a whole one is kept when it is asked for as such. */
  async function patchMonths(span: Span, events: readonly AgendaEvent[]): Promise<void> {
    for (const month of monthsIn(span)) {
      const held = await database.get('months', month);
      const whole = covers(span, spanOf(month));
      if (!held && !whole) continue;
      const next = patched(month, held?.events ?? [], span, events);
      if (next.length > MOST_EVENTS) await database.delete('months', month);
      else {
        const stale = !whole && (held?.stale ?? false);
        await database.put('months', {
          month,
          events: next,
          at: whole ? clock() : (held?.at ?? clock()),
          stale,
        });
      }
    }
  }

  async function eventsIn(input: Span & { readonly calendarIds?: readonly string[] }) {
    const months = await Promise.all(monthsIn(input).map((month) => database.get('months', month)));
    const whole = months.flatMap((month) => (month ? [month.events] : []));
    if (whole.length < months.length) return undefined;
    const { calendarIds } = input;
    return gathered(whole, input).filter((event) => !calendarIds || calendarIds.includes(event.calendarId));
  }

  return {
    /** Who was here last, with what the first screen needs before anything is asked. */
    async begin(): Promise<readonly KeptAnswer[]> {
      owner = (await database.get('about', 'owner'))?.userId ?? null;
      return owner === null ? [] : database.getAll('answers');
    },
    /** An answer of the server. */
    hear: (question: Question, data: unknown) =>
      inTurn(async () => {
        if (question.path === 'people.me') await belongTo((data as Me).userId);
        if (owner === null) return;
        if (PATHS.has(question.path)) await keepAnswer(question, data);
        else if (isAllEvents(question)) await patchMonths(question.input, data as readonly AgendaEvent[]);
      }),
    /** What was answered before; undefined where nothing is kept of it. */
    async answer(question: Question): Promise<unknown> {
      await turn;
      if (question.path === 'agenda.events' && isSpan(question.input)) return eventsIn(question.input);
      return (await database.get('answers', keyOf(question)))?.data;
    },
    async months() {
      await turn;
      return database.getAll('months');
    },
    /** The months that no one needs any more go; of the others these have changed. */
    markStale: (changed: readonly Month[], window: readonly Month[]) =>
      inTurn(async () => {
        for (const held of await database.getAll('months')) {
          if (!window.includes(held.month)) await database.delete('months', held.month);
          else if (changed.includes(held.month)) await database.put('months', { ...held, stale: true });
        }
      }),
    liveUntil: async () => (await database.get('about', 'owner'))?.liveUntil ?? null,
    /** Until now everything here was as the server has it. */
    markLive: (until: Date) =>
      inTurn(async () => {
        if (owner !== null) await database.put('about', { userId: owner, liveUntil: until }, 'owner');
      }),
    /** The copies go; what somebody did and has not gone out stays for them, until somebody else signs in. */
    forgetCopies: () =>
      inTurn(async () => {
        owner = null;
        await Promise.all(COPIES.map((store) => database.clear(store)));
      }),
    forget: () => inTurn(clear),
  };
}

/** Of some calendars only: it says nothing about the others. */
function isAllEvents(question: Question): question is Question & { readonly input: Span } {
  const { path, input } = question;
  return path === 'agenda.events' && isSpan(input) && !('calendarIds' in input && input.calendarIds);
}

function covers(outer: Span, inner: Span): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

function keyOf({ path, input }: Question): string {
  return `${path} ${JSON.stringify(input ?? null)}`;
}
