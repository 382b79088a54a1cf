import type { ChangedObject, ChangesRequest, Page, UnreadableObject } from '../../port/changes.ts';
import { pageOf } from '../../port/page.ts';
import type { GraphClient } from '../wire/graph-client.ts';
import { eventHref, idIn } from '../wire/paths.ts';
import { type GraphCursor, isRolled, readCursor, windowAt, windowOf, writtenCursor } from './cursor.ts';
import { deltaPage, firstDelta, toldBy } from './delta-rows.ts';
import { eventList, type ListedEvent } from './event-list.ts';
import { everyEvent } from './every-event.ts';
import {
  masterEtag,
  type Reading,
  type Shape,
  type WholeEvent,
  type Window,
  wholeEvents,
} from './whole-events.ts';

/** The port's `changes`: what a delta tells where there is one to go on from, else everything by comparison. */
export async function* changes(client: GraphClient, request: ChangesRequest): AsyncGenerator<Page> {
  const run = runOf(client, request);
  const cursor = readCursor(request.cursor);
  const begun = cursor !== null && cursor.link !== null && !isRolled(cursor, client.now()) ? cursor : null;
  if (begun !== null && !request.full) {
    const outcome = yield* changesSince(run, begun);
    if (outcome === 'done') return;
  }
  yield* comparedInFull(run, request.full ? begun : null);
}

interface Run {
  readonly client: GraphClient;
  readonly calendar: string;
  /** What is stored; asked for once. */
  readonly known: () => Promise<ReadonlyMap<string, string | null>>;
  /** Read in this run already, so that a list need not be believed about it. */
  readonly seen: Set<string>;
}

function runOf(client: GraphClient, { calendarHref, known }: ChangesRequest): Run {
  let asked: ReturnType<typeof known> | null = null;
  const once = (): ReturnType<typeof known> => {
    asked ??= known();
    return asked;
  };
  return { client, calendar: calendarHref, known: once, seen: new Set() };
}

/** @returns 'dead' where the server no longer knows the link. */
async function* changesSince(run: Run, cursor: GraphCursor): AsyncGenerator<Page, 'done' | 'dead'> {
  const { client } = run;
  const window = windowOf(cursor);
  let link = cursor.link;
  let doubtful = false;
  while (link !== null) {
    const page = await deltaPage(client, link);
    if (page === null) return 'dead';
    const { touched, removed } = toldBy(page.rows);
    const gone = removed.size === 0 ? NOBODY : await sorted(run, removed);
    doubtful ||= gone.strange;
    const read = await readAgain(run, window, new Map([...touched, ...gone.ours]));
    link = page.next;
    const complete = link === null && !doubtful;
    yield { ...toPage(read), complete, cursor: writtenCursor(page.next ?? page.delta, window) };
    if (link === null && doubtful)
      yield* compared(run, { window, link: page.delta, touched: new Map(), allSeries: false });
  }
  return 'done';
}

const NOBODY = { ours: new Map<string, Shape>(), strange: false };

/**
 * `@removed` may mean deleted or out of the window, so ours are asked for (P5). An id that is none of ours may be an
 * instance that was cancelled, of a series that nobody names: then the versions of all are compared.
 */
async function sorted(
  { calendar, known }: Run,
  removed: ReadonlySet<string>,
): Promise<{ readonly ours: ReadonlyMap<string, Shape>; readonly strange: boolean }> {
  const stored = await known();
  const ours = [...removed].filter((id) => stored.has(eventHref(calendar, id)));
  return { ours: new Map(ours.map((id) => [id, 'unknown'])), strange: ours.length < removed.size };
}

async function readAgain(
  { client, calendar, seen }: Run,
  window: Window,
  wanted: ReadonlyMap<string, Shape>,
): Promise<readonly WholeEvent[]> {
  for (const id of wanted.keys()) seen.add(id);
  return wanted.size === 0 ? [] : await wholeEvents({ client, calendar, window }, wanted);
}

/**
 * A full round. The delta goes first, so that whatever changes while the list is read is told by the next round: its own
 * rows only say which series to read although their master may look the same.
 */
async function* comparedInFull(run: Run, begun: GraphCursor | null): AsyncGenerator<Page> {
  const { client, calendar } = run;
  const window = begun === null ? windowAt(client.now()) : windowOf(begun);
  const round = await wholeRound(run, begun?.link ?? firstDelta(calendar, window));
  if (round === null) {
    yield* comparedInFull(run, null);
    return;
  }
  const known = await run.known();
  if (known.size > 0) {
    const touched = begun === null ? new Map<string, Shape>() : round.touched;
    yield* compared(run, { window, link: round.link, touched, allSeries: true });
    return;
  }
  const reading: Reading = { client, calendar, window };
  let listed = 0;
  for await (const { events, last } of everyEvent(reading)) {
    listed += events.length;
    const cursor = writtenCursor(last ? round.link : null, window);
    yield { ...toPage(events), complete: last, cursor, listed: last ? listed : null };
  }
}

/** Null where the link is dead. */
async function wholeRound(
  { client }: Run,
  first: string,
): Promise<{ readonly link: string | null; readonly touched: ReadonlyMap<string, Shape> } | null> {
  const touched = new Map<string, Shape>();
  for (let link: string | null = first; link !== null; ) {
    const page = await deltaPage(client, link);
    if (page === null) return null;
    for (const [id, shape] of toldBy(page.rows).touched) touched.set(id, shape);
    if (page.next === null) return { link: page.delta, touched };
    link = page.next;
  }
  return null;
}

/** More is confirmed by nobody: the engine holds it, and asks a second time. */
const MOST_CONFIRMED = 100;

interface Comparison {
  readonly window: Window;
  /** Where the next run begins. */
  readonly link: string | null;
  /** Told to have changed. */
  readonly touched: ReadonlyMap<string, Shape>;
  /** Read every series again, for its instances may have changed without any sign. */
  readonly allSeries: boolean;
}

/** Every version compared; what is missing from the list is asked for by name as well, unless it is much. */
async function* compared(run: Run, { window, link, touched, allSeries }: Comparison): AsyncGenerator<Page> {
  const { client, calendar } = run;
  const known = await run.known();
  const list = await eventList(client, calendar);
  const differs = (id: string, { etag, shape }: ListedEvent): boolean =>
    (allSeries && shape === 'series') || masterEtag(known.get(eventHref(calendar, id)) ?? null) !== etag;
  const unseen = [...list].filter(([id]) => !run.seen.has(id));
  const missing = [...known.keys()].filter((href) => {
    const id = idIn(calendar, href);
    return !list.has(id) && !run.seen.has(id);
  });
  const confirm = missing.length <= MOST_CONFIRMED;
  const wanted = new Map<string, Shape>([
    ...[...touched].filter(([id]) => list.has(id)),
    ...unseen.flatMap(([id, one]) => (differs(id, one) ? [[id, one.shape] as const] : [])),
    ...(confirm ? missing.map((href) => [idIn(calendar, href), 'unknown'] as const) : []),
  ]);
  const removed = confirm ? [] : [...missing];
  for (const { some, last } of piecesOf([...wanted])) {
    const page = toPage(await readAgain(run, window, new Map(some)));
    removed.push(...page.removed);
    yield {
      ...page,
      // Read only to see whether it is what we have.
      changed: page.changed.filter(({ href, etag }) => etag === null || known.get(href) !== etag),
      removed: last ? removed : [],
      removalEvidence: 'missing-from-list',
      listed: list.size,
      cursor: writtenCursor(last ? link : null, window),
      complete: last,
    };
  }
}

/** Objects of one page; there is always one. */
const PAGE = 200;

function piecesOf<Item>(items: readonly Item[]) {
  const count = Math.max(1, Math.ceil(items.length / PAGE));
  return Array.from({ length: count }, (_, at) => ({
    some: items.slice(at * PAGE, (at + 1) * PAGE),
    last: at === count - 1,
  }));
}

function toPage(read: readonly WholeEvent[]): Page {
  const changed: ChangedObject[] = [];
  const unreadable: UnreadableObject[] = [];
  const removed: string[] = [];
  for (const one of read) {
    if (one.kind === 'found') changed.push(one.object);
    else if (one.kind === 'missing') removed.push(one.href);
    else unreadable.push(one.object);
  }
  return pageOf({ changed, unreadable, removed, cursor: {} });
}
