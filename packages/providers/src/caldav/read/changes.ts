import type { ChangesRequest, Page } from '../../port/changes.ts';
import { ProviderFailure } from '../../port/failure.ts';
import { lastPage, pageOf } from '../../port/page.ts';
import type { CalendarSession } from '../collection/calendar-session.ts';
import { davCapabilitiesOf } from '../collection/dav-capabilities.ts';
import { fetchObjects } from '../fetch/fetch-objects.ts';
import { collectionState } from '../fetch/list-members.ts';
import { doneCursor, type Lagging, LISTING, parseCursor } from './cursor.ts';
import { type FullList, fullList } from './full-list.ts';
import { changesSince } from './incremental.ts';
import { lateObjects } from './late-objects.ts';
import { planFullList } from './plan-full-list.ts';
import { previewObjects } from './preview.ts';
import { goesAhead } from './token-counter.ts';

/** The port's `changes` for one calendar: what is cheap and certain first, a full list where it must be. */
export async function* changes(session: CalendarSession, request: ChangesRequest): AsyncGenerator<Page> {
  const cursor = parseCursor(request.cursor);
  const trusted = !request.full && request.cursor !== null && cursor.phase === 'done';
  if (trusted && cursor.token !== null && davCapabilitiesOf(request.capabilities).syncCollection) {
    const outcome = yield* changesSince(session, cursor, request, request.cursor);
    if (outcome === 'done') return;
    yield* comparedInFull(session, request, outcome === 'broken');
    return;
  } else if (trusted && cursor.ctag !== null && (await collectionState(session)).ctag === cursor.ctag) {
    yield lastPage(request.cursor);
    return;
  }
  yield* comparedInFull(session, request, false);
}

/**
 * Everything by comparison. What is stored is read before the list, so that an object we write meanwhile
 * can only be fetched once too often, never be missed in the list and taken for deleted.
 */
async function* comparedInFull(
  session: CalendarSession,
  request: ChangesRequest,
  freshLineage: boolean,
): AsyncGenerator<Page> {
  const known = await request.known();
  const have = new Map(known);
  if (request.cursor === null && request.preview !== null) {
    const objects = await previewObjects(session, request.preview);
    for (const { href, etag } of objects) have.set(href, etag);
    const size = session.limits.streamedPage;
    for (let at = 0; at < objects.length; at += size) {
      yield pageOf({ changed: objects.slice(at, at + size), cursor: LISTING });
    }
  }
  const { syncCollection, ctag } = davCapabilitiesOf(request.capabilities);
  const list = yield* fullList(session, { syncCollection, ctag, withBodies: known.size === 0 }, have);
  if (list.members.size === 0) await requireCalendar(session);
  for await (const { lagging, ...page } of remainder(session, list, have)) {
    yield { ...page, ...(page.complete && arrival(list, request, lagging)), freshLineage };
  }
}

/**
 * Where the comparison has brought us, in the list's terms as well. A list and a report that name one moment
 * differently, and not just a later one, are of a server that always does so: else every run would end here.
 */
function arrival(
  { state: { token, ctag } }: FullList,
  { listed = null, written }: ChangesRequest,
  lagging: Lagging,
): Pick<Page, 'cursor' | 'version'> {
  if (token === undefined) return { cursor: doneCursor({ ctag: ctag ?? null }), version: null };
  const comparable = listed !== null && (written?.size ?? 0) === 0;
  const apart = comparable && token !== listed && !goesAhead(listed, token);
  return { cursor: doneCursor({ token, apart, lagging }), version: apart || lagging.size > 0 ? null : token };
}

/**
 * What the list has and nobody has yet. What is missing from it is asked for by name as well, unless that is
 * so much that the engine will hold it anyway: a list that was cut short without a word must not delete.
 */
async function* remainder(
  session: CalendarSession,
  list: FullList,
  have: ReadonlyMap<string, string | null>,
): AsyncGenerator<Page & { readonly lagging: Lagging }> {
  const { fetch, missing } = planFullList(list.members, have);
  const confirm = missing.length <= session.limits.firstBatch ? missing : [];
  const asked = confirm.map((href) => ({ href, sent: href, etag: null }));
  const listed = list.members.size;
  const removed = confirm.length > 0 ? [] : [...missing];
  const end = { listed, removed, removalEvidence: 'missing-from-list' } as const;
  const wanted = [...fetch, ...asked];
  const claimed = new Set(confirm);
  const late = lateObjects(session, claimed);
  const { lagging } = late;
  if (wanted.length === 0) yield { ...lastPage(LISTING, end), lagging };
  for await (const batch of fetchObjects(session, wanted, claimed)) {
    const { changed, gone, unreadable, last } = late.take(batch);
    removed.push(...gone.filter((href) => have.has(href)));
    const page = last
      ? lastPage(LISTING, { ...end, changed, unreadable })
      : pageOf({ listed, changed, unreadable, cursor: LISTING });
    yield { ...page, lagging };
  }
}

/** Some servers answer a listing of anything at all with an empty multistatus (Infomaniak does): only a calendar may be empty. */
async function requireCalendar(session: CalendarSession): Promise<void> {
  if ((await collectionState(session)).isCalendar) return;
  throw new ProviderFailure(
    'not-found',
    'There is no calendar at this address any more.',
    'It may have been deleted or moved; look for it at the server and choose it anew.',
  );
}
