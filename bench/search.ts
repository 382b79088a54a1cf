import { randomUUID } from 'node:crypto';
import { readObject } from '@atelier/calendar/read/read-object';
import type { Database } from '@atelier/database/database';
import { putObjects, type StoredObject } from '@atelier/database/object/object-store';
import { addCalendar } from '@atelier/database/testing/add-calendar';
import { transact } from '@atelier/database/transaction';
import { benchObjects } from '@atelier/testkit/bench-objects';
import type { Actor } from '@atelier/usecases/actor';
import { searchEvents } from '@atelier/usecases/events/search/search-events';
import { openInstallation } from './installation.ts';
import { percentile } from './percentile.ts';

export interface SearchFigure {
  readonly asked: string;
  readonly found: number;
  /** Very many events hold the words. */
  readonly more: boolean;
  readonly p50: number;
  readonly p95: number;
}

export interface SearchFigures {
  readonly events: number;
  readonly occurrences: number;
  readonly searches: readonly SearchFigure[];
}

const CALENDARS = 20;
const ZONE = 'Europe/Zurich';
const DAY_MS = 86_400_000;
const PAGE = 500;
const TIMES = 20;
/** A word that few, many and nearly all events hold, one that none does, two words, and a place. */
const ASKED = [['needle'], ['session'], ['a'], ['nowhere-at-all'], ['needle', 'haystack'], ['e', 'r', 'i']];

/** Everything that somebody may see is searched, in an installation of many calendars. */
export async function benchSearch(size: number): Promise<SearchFigures> {
  await using installation = await openInstallation();
  const { context, adminId } = installation;
  const { database } = context;
  await fill(database, adminId, size);
  const admin: Actor = { userId: adminId, name: 'Bench', email: 'b@b.test', role: 'ADMIN' };
  const searches: SearchFigure[] = [];
  for (const words of ASKED) {
    const times: number[] = [];
    let answer = await searchEvents(context, admin, { words, limit: 40 });
    for (let n = 0; n < TIMES; n += 1) {
      const began = performance.now();
      answer = await searchEvents(context, admin, { words, limit: 40 });
      times.push(performance.now() - began);
    }
    const { events, more } = answer;
    const [p50, p95] = [percentile(times, 0.5), percentile(times, 0.95)];
    searches.push({ asked: words.join(' '), found: events.length, more, p50, p95 });
  }
  const [row] = await database.query<{ n: number }>('SELECT count(*) AS n FROM occurrence');
  return { events: size, occurrences: row?.n ?? 0, searches };
}

/** The mix of events that everything is measured with; one in a thousand of them is a needle. */
async function fill(database: Database, ownerId: string, size: number): Promise<void> {
  const today = Temporal.Now.plainDateISO('UTC');
  // As far as the product stores them.
  const horizon = { from: Date.now() - 62 * DAY_MS, to: Date.now() + 400 * DAY_MS };
  const calendars = await Promise.all(
    Array.from({ length: CALENDARS }, (_, n) =>
      addCalendar(database, {
        ownerId,
        name: `Calendar ${n}`,
        timeZone: ZONE,
        horizonFrom: new Date(horizon.from),
        horizonTo: new Date(horizon.to),
      }),
    ),
  );
  let page: StoredObject[] = [];
  let at = 0;
  for (const { ics } of benchObjects({ count: size, seed: 7, around: today })) {
    const source = at % 1_000 === 0 ? ics.replaceAll(/SUMMARY:/g, 'SUMMARY:Needle in a haystack ') : ics;
    const read = readObject(source, { zone: ZONE, ...horizon });
    const id = randomUUID();
    if (read.ok) page.push({ ...read.object, id, href: `/${id}.ics`, source, etag: null, quarantined: null });
    at += 1;
    if (page.length < PAGE && at < size) continue;
    const objects = page;
    const into = calendars[at % CALENDARS] ?? '';
    await transact(database, (transaction) => putObjects(transaction, into, objects, []));
    page = [];
  }
  await database.query('VACUUM ANALYZE');
}
