import type { ChangesRequest, Cursor, Page } from '../../port/changes.ts';
import { lastPage, pageOf } from '../../port/page.ts';
import type { CalendarSession } from '../collection/calendar-session.ts';
import { fetchObjects } from '../fetch/fetch-objects.ts';
import type { Member } from '../fetch/member-event.ts';
import { type CalDavCursor, doneCursor } from './cursor.ts';
import { judgeToken } from './judge-token.ts';
import { lateObjects } from './late-objects.ts';
import { type Delta, planDelta } from './plan-delta.ts';
import { syncReport } from './sync-report.ts';

/** A run from a token that came to no end: everything is to be compared. */
export type Unfinished =
  /** What the server says does not fit together. */
  | 'doubtful'
  /** The token stands for another history than the server's. */
  | 'broken';

/**
 * The changes since a sync token. Returns anything but `done` without a complete page when the token is refused or
 * the answer is not to be trusted as a delta. Until the last page the cursor stays where it was: a run that breaks
 * off is repeated, and skips what it has already stored by etag.
 */
export async function* changesSince(
  session: CalendarSession,
  from: DoneCursor,
  request: ChangesRequest,
  before: Cursor,
): AsyncGenerator<Page, 'done' | Unfinished> {
  const token = from.token ?? '';
  const delta = await readDelta(session, token);
  if (delta === null) return 'broken';
  const { listed = null, written } = request;
  const wrote = (written?.size ?? 0) > 0;
  const verdict = judgeToken({ cursor: from, sent: token, received: delta.token, listed, wrote });
  if (verdict !== 'kept') return verdict;
  const { apart } = from;
  const after = doneCursor({ token: delta.token, apart });
  const end = { version: apart ? null : delta.token };
  if (delta.members.length + delta.gone.length + from.lagging.size === 0) {
    yield lastPage(after, end);
    return 'done';
  }
  const known = await request.known();
  const plan = planDelta(delta, token, known, written);
  if (plan.kind === 'compare-full-list') return 'broken';
  const wanted = [...plan.changed, ...plan.claimedGone, ...stillLagging(from, delta)];
  if (wanted.length === 0) yield lastPage(after, end);
  const claimed = new Set(plan.claimedGone.map(({ href }) => href));
  const late = lateObjects(session, claimed, from.lagging);
  for await (const batch of fetchObjects(session, wanted, claimed)) {
    const { changed, gone, unreadable, last } = late.take(batch);
    const removed = gone.filter((href) => known.has(href));
    const { lagging } = late;
    yield last
      ? lastPage(doneCursor({ token: delta.token, apart, lagging }), {
          version: lagging.size === 0 ? end.version : null,
          changed,
          removed,
          unreadable,
        })
      : pageOf({ changed, removed, unreadable, cursor: before });
  }
  return 'done';
}

/** What earlier runs have asked for in vain, unless this delta tells of it itself. */
function stillLagging({ lagging }: Pick<DoneCursor, 'lagging'>, { members, gone }: Delta): readonly Member[] {
  const told = new Set([...members, ...gone].map(({ href }) => href));
  return [...lagging.keys()].flatMap((href) => (told.has(href) ? [] : [{ href, sent: href, etag: null }]));
}

type DoneCursor = Extract<CalDavCursor, { phase: 'done' }>;

/** The whole delta, each href once with what was said of it last; null when the token is refused. */
async function readDelta(session: CalendarSession, token: string): Promise<Delta | null> {
  const members = new Map<string, Member>();
  const gone = new Map<string, Member>();
  for await (const event of syncReport(session, token, false)) {
    switch (event.kind) {
      case 'member':
        members.set(event.member.href, event.member);
        gone.delete(event.member.href);
        break;
      case 'gone':
        gone.set(event.member.href, event.member);
        members.delete(event.member.href);
        break;
      case 'end':
        return { members: [...members.values()], gone: [...gone.values()], token: event.token };
      case 'refused':
        return null;
      case 'stray':
        break;
    }
  }
  return null;
}
