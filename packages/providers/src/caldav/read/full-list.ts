import { malformed } from '../../http/classify.ts';
import type { ChangedObject, Page, UnreadableObject } from '../../port/changes.ts';
import { ProviderFailure } from '../../port/failure.ts';
import { pageOf } from '../../port/page.ts';
import type { CalendarSession } from '../collection/calendar-session.ts';
import { collectionState, listMembers } from '../fetch/list-members.ts';
import type { Member } from '../fetch/member-event.ts';
import { objectFrom } from '../fetch/multiget.ts';
import { type DoneState, LISTING } from './cursor.ts';
import { syncReport } from './sync-report.ts';

export interface FullList {
  /** By canonical href, with the spelling and etag the server lists. */
  readonly members: ReadonlyMap<string, Member>;
  /** Where incremental runs go on from. */
  readonly state: Pick<DoneState, 'token' | 'ctag'>;
}

export interface ListingWays {
  readonly syncCollection: boolean;
  /** Worth it only when everything is wanted anyway; measured 1.5 times as fast on servers that do it, and free on others. */
  readonly withBodies: boolean;
  readonly ctag: boolean;
}

/**
 * Lists everything there is, handing on pages of bodies where the server sends them with the list; their
 * etags are noted in `delivered`. Throws ProviderFailure.
 */
export async function* fullList(
  session: CalendarSession,
  ways: ListingWays,
  delivered: Map<string, string | null>,
): AsyncGenerator<Page, FullList> {
  if (ways.syncCollection && ways.withBodies) {
    try {
      const list = yield* listBySync(session, delivered);
      if (list !== null) return list;
    } catch (error) {
      // The report that carries the bodies is a heavy one; the light one may well succeed.
      if (!isTooHeavy(error)) throw error;
    }
  }
  const list = ways.syncCollection ? yield* listBySync(session, null) : null;
  return list ?? (await listByPropfind(session, ways.ctag));
}

function isTooHeavy(error: unknown): boolean {
  const kinds = ['timeout', 'server-error', 'malformed', 'too-large'];
  return error instanceof ProviderFailure && kinds.includes(error.kind);
}

async function* listBySync(
  session: CalendarSession,
  delivered: Map<string, string | null> | null,
): AsyncGenerator<Page, FullList | null> {
  const collector = createCollector();
  const changed: ChangedObject[] = [];
  const unreadable: UnreadableObject[] = [];
  const page = (): Page =>
    pageOf({ changed: changed.splice(0), unreadable: unreadable.splice(0), cursor: LISTING });
  for await (const event of syncReport(session, '', delivered !== null)) {
    if (event.kind === 'refused') return null;
    if (event.kind === 'end') {
      if (changed.length + unreadable.length > 0) yield page();
      return collector.finish({ token: event.token });
    }
    collector.take(event);
    const object = event.kind === 'member' ? objectFrom(event.data, event.member) : null;
    if (object === null) continue;
    delivered?.set(object.href, object.etag);
    if ('body' in object) changed.push(object);
    else unreadable.push(object);
    if (changed.length >= session.limits.streamedPage) yield page();
  }
  return null;
}

/** The ctag is read before the list: what changes in between shows as a changed ctag next time. */
async function listByPropfind(session: CalendarSession, hasCtag: boolean): Promise<FullList> {
  const ctag = hasCtag ? (await collectionState(session)).ctag : null;
  const collector = createCollector();
  for await (const event of listMembers(session)) collector.take(event);
  return collector.finish({ ctag });
}

interface Collector {
  take(event: { readonly kind: string; readonly member?: Member }): void;
  finish(state: FullList['state']): FullList;
}

function createCollector(): Collector {
  const members = new Map<string, Member>();
  let strays = 0;
  return {
    take({ kind, member }) {
      if (kind === 'member' && member !== undefined) members.set(member.href, member);
      if (kind === 'stray') strays += 1;
    },
    finish(state) {
      if (members.size === 0 && strays > 0) throw malformed('it lists the events under another address');
      return { members, state };
    },
  };
}
