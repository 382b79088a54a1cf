import type { ChangedObject, ChangesRequest, Page, UnreadableObject } from '../../port/changes.ts';
import { lastPage, pageOf } from '../../port/page.ts';
import { type GoogleEvent, type GoogleSeries, isCancelled, isSeries } from '../event/google-event.ts';
import type { GoogleClient } from '../wire/google-client.ts';
import { unlike } from '../wire/google-failure.ts';
import { eventHref, idIn } from '../wire/paths.ts';
import { requireCalendar } from './calendar-there.ts';
import { cursorOf, type GoogleCursor, instanceIdOf, LISTING, parseCursor } from './cursor.ts';
import { eventPages, lastOfEach, TokenGone } from './event-pages.ts';
import { gatherRows, instancesOf } from './gather-rows.ts';
import { readObject, single } from './read-object.ts';
import { readEvent, readSeries } from './read-series.ts';

const PAGE = 250;

/** The port's `changes`: what changed since the token, or everything by comparison. */
export async function* changes(client: GoogleClient, request: ChangesRequest): AsyncGenerator<Page> {
  const cursor = request.full ? null : parseCursor(request.cursor);
  const delta = cursor === null ? null : await readDelta(client, request.calendarHref, cursor.token);
  if (cursor === null || delta === null) yield* compared(client, request);
  else yield* changesIn(client, request, cursor, delta);
}

interface Delta {
  readonly rows: ReadonlyMap<string, GoogleEvent>;
  readonly token: string;
}

/** Null where the token is not taken any more. */
async function readDelta(client: GoogleClient, calendar: string, from: string): Promise<Delta | null> {
  const rows: GoogleEvent[] = [];
  let token = from;
  try {
    for await (const page of eventPages(client, calendar, from)) {
      rows.push(...page.events);
      token = page.syncToken ?? token;
    }
  } catch (error) {
    if (error instanceof TokenGone) return null;
    throw error;
  }
  return { rows: lastOfEach(rows), token };
}

async function* changesIn(
  client: GoogleClient,
  { calendarHref: calendar, known: readKnown, cursor: before }: ChangesRequest,
  { instances }: GoogleCursor,
  { rows, token }: Delta,
): AsyncGenerator<Page> {
  if (rows.size === 0) {
    yield lastPage(cursorOf({ token, instances }));
    return;
  }
  const known = await readKnown();
  const touched = await readTouched(client, calendar, rows, instances);
  const gone = new Set(touched.gone.map((id) => eventHref(calendar, id)));
  const removed = [...gone].filter((href) => known.has(href));
  const objects = touched.found.map((series) => readObject(calendar, series)).filter(isNews(known));
  for (let at = 0; at + PAGE < objects.length; at += PAGE)
    yield pageOf({ ...sorted(objects.slice(at, at + PAGE)), cursor: before ?? LISTING });
  const rest = objects.slice(Math.floor(Math.max(0, objects.length - 1) / PAGE) * PAGE);
  const after = new Map([...instances, ...touched.found.flatMap(emptied), ...instancesOf(touched.found)]);
  for (const id of touched.gone) after.delete(id);
  yield lastPage(cursorOf({ token, instances: after }), { ...sorted(rest), removed });
}

/** What is read anew has no instances but those that were found now. */
const emptied = ({ master }: GoogleSeries): [string, ReadonlySet<string>][] =>
  master === null ? [] : [[master.id, new Set()]];

interface Touched {
  readonly found: readonly GoogleSeries[];
  /** Ids of objects that are no more. */
  readonly gone: readonly string[];
}

/** A delta tells rows; what it tells of a series or of its instances has the whole of it read. */
async function readTouched(
  client: GoogleClient,
  calendar: string,
  rows: ReadonlyMap<string, GoogleEvent>,
  instances: GoogleCursor['instances'],
): Promise<Touched> {
  const found: GoogleSeries[] = [];
  const gone: string[] = [];
  const seriesIds = new Set<string>();
  for (const row of rows.values()) {
    if (row.recurringEventId !== undefined) seriesIds.add(row.recurringEventId);
    else if (isCancelled(row)) gone.push(row.id);
    else if (isSeries(row)) seriesIds.add(row.id);
    else found.push(single(row));
  }
  for (const id of seriesIds) {
    const told = rows.get(id);
    const master = told ?? (await readEvent(client, calendar, id));
    const own = [...rows.values()].filter(({ recurringEventId }) => recurringEventId === id);
    if (master === null || isCancelled(master)) {
      // Somebody was invited to single instances of it, or it is gone with all of them.
      const alone = own.filter((row) => master === null && !isCancelled(row));
      found.push(...alone.map((row) => ({ master: null, instances: [row] })));
      gone.push(id, ...own.filter((row) => !alone.includes(row)).map((row) => row.id));
      continue;
    }
    const hints = new Set([...(instances.get(id) ?? [])].map((end) => instanceIdOf(id, end)));
    for (const row of own) hints.add(row.id);
    const series = await readSeries(client, calendar, master, hints);
    found.push(series);
    // An instance that was an object by itself is one no more.
    gone.push(...hints, ...series.instances.map((row) => row.id));
  }
  return { found, gone };
}

/**
 * Everything by comparison. Single events are handed on as they come; series wait for the end of the list, for their
 * rows may stand anywhere in it.
 */
async function* compared(client: GoogleClient, request: ChangesRequest, again = false): AsyncGenerator<Page> {
  const { calendarHref: calendar } = request;
  const known = await request.known();
  const have = new Map(known);
  const rows: GoogleEvent[] = [];
  let token: string | null = null;
  try {
    for await (const page of eventPages(client, calendar, null)) {
      rows.push(...page.events);
      token = page.syncToken;
      const objects = page.events
        .filter(isSingle)
        .map((row) => readObject(calendar, single(row)))
        .filter(isNews(have));
      for (const { href, etag } of objects) have.set(href, etag);
      if (objects.length > 0) yield pageOf({ ...sorted(objects), cursor: LISTING });
    }
  } catch (error) {
    // The list was begun too long ago: once more, from its beginning.
    if (!(error instanceof TokenGone)) throw error;
    if (again) throw unlike('its list comes to no end');
    yield* compared(client, request, true);
    return;
  }
  const { objects, instances } = gatherRows(lastOfEach(rows).values());
  const read = objects.map((series) => readObject(calendar, series));
  if (read.length === 0) await requireCalendar(client, calendar);
  const listed = new Set(read.map(({ href }) => href));
  const removed = await confirmed(
    client,
    calendar,
    [...known.keys()].filter((href) => !listed.has(href)),
  );
  const cursor = cursorOf({ token: token ?? '', instances });
  const end = { listed: read.length, removalEvidence: 'missing-from-list' } as const;
  yield lastPage(cursor, { ...sorted(read.filter(isNews(have))), removed, ...end });
}

const isSingle = (row: GoogleEvent): boolean =>
  !isCancelled(row) && row.recurringEventId === undefined && !isSeries(row);

/** What a list does not show is asked for by name, unless it is so much that nobody would believe it anyway. */
async function confirmed(
  client: GoogleClient,
  calendar: string,
  missing: readonly string[],
): Promise<readonly string[]> {
  if (missing.length > MOST_ASKED) return missing;
  const gone: string[] = [];
  for (const href of missing)
    if ((await readEvent(client, calendar, idIn(calendar, href))) === null) gone.push(href);
  return gone;
}

const MOST_ASKED = 20;

function isNews(known: ReadonlyMap<string, string | null>) {
  return ({ href, etag }: { readonly href: string; readonly etag: string | null }): boolean =>
    etag === null || known.get(href) !== etag;
}

function sorted(
  objects: readonly (ChangedObject | UnreadableObject)[],
): Pick<Page, 'changed' | 'unreadable'> {
  return {
    changed: objects.filter((object) => 'body' in object),
    unreadable: objects.filter((object) => 'reason' in object),
  };
}
