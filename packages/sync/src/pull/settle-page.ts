import { lockCalendar } from '@atelier/database/calendar/calendar-place';
import { fingerprints } from '@atelier/database/object/object-store';
import { type PendingWrite, schedulePush, writesAbout } from '@atelier/database/object/outbox-store';
import type { Transaction } from '@atelier/database/transaction';
import type { Page } from '@atelier/providers/port/changes';
import { freshHref } from '../mirror/local-write.ts';
import {
  type ReconcileInput,
  type RemoteVersion,
  reconcile,
  type Settlement,
} from '../reconcile/reconcile.ts';
import { settleWrite } from '../reconcile/settle-write.ts';
import type { ReadChange } from './page-plan.ts';

export interface PageNews {
  readonly changed: readonly ReadChange[];
  readonly removed: readonly string[];
}

export interface SettledPage extends PageNews {
  /** Objects that a waiting write was reconciled with. */
  readonly settled: number;
  readonly conflicts: number;
}

export interface PageContext {
  readonly calendarId: string;
  readonly now: Date;
  readonly newId: () => string;
}

/**
 * What a page says about objects that wait to be written goes through `reconcile`; the rest of the page comes back.
 * The calendar is locked, so no edit slips in between.
 */
export async function settlePage(
  transaction: Transaction,
  { calendarId, now, newId }: PageContext,
  page: Pick<Page, 'removed'> & { readonly read: readonly ReadChange[] },
): Promise<SettledPage> {
  const rest = { changed: page.read, removed: page.removed, settled: 0, conflicts: 0 };
  const hrefs = [...page.read.map(({ href }) => href), ...page.removed];
  const uids = page.read.flatMap(({ result }) =>
    result.ok && result.object.uid !== '' ? [result.object.uid] : [],
  );
  const writes = hrefs.length === 0 ? [] : await writesAbout(transaction, calendarId, hrefs, uids);
  const place = writes.length === 0 ? null : await lockCalendar(transaction, calendarId);
  if (!place) return rest;
  // What another write is about is no new place of this one.
  const written = writes.flatMap(({ base, href }) => (base === null ? [] : [href]));
  const known = new Set([...(await knownHrefs(transaction, calendarId, hrefs)), ...written]);
  const [changed, removed] = [new Set(page.read), new Set(page.removed)];
  let [settled, conflicts] = [0, 0];
  for (const write of writes) {
    const news = newsOf(write, changed, removed, known);
    if (news === null) continue;
    const settlement = settlementOf(write, news, {
      policy: place.onConflict,
      ownedByOther: place.ownedByOther,
      now: now.toTemporalInstant(),
      freshHref: freshHref(place, newId()),
    });
    if (news.change) changed.delete(news.change);
    removed.delete(write.href);
    await settleWrite(transaction, { place, now, newId }, write, settlement);
    if (settlement.kind !== 'unchanged') settled += 1;
    if (settlement.kind !== 'unchanged' && settlement.conflict) conflicts += 1;
  }
  await schedulePush(transaction, [calendarId]);
  return { changed: [...changed], removed: [...removed], settled, conflicts };
}

/** A create whose address somebody else's event has taken goes on under another one; the rest is `reconcile`. */
function settlementOf(
  write: PendingWrite,
  { remote, taken }: News,
  judgement: Pick<ReconcileInput, 'policy' | 'ownedByOther' | 'now' | 'freshHref'>,
): Settlement {
  if (taken && write.base === null && write.operation === 'PUT') {
    return { kind: 'rebase', remote: null, href: judgement.freshHref, mine: write.mine, conflict: null };
  }
  return reconcile({ ...judgement, write, remote });
}

interface News {
  readonly remote: RemoteVersion | null;
  /** Another event stands under the address (T1). */
  readonly taken: boolean;
  /** The change of the page that this is; it is then no news for anybody else. */
  readonly change: ReadChange | null;
}

/** What the page says about one waiting write; null when it says nothing. */
function newsOf(
  write: PendingWrite,
  changed: ReadonlySet<ReadChange>,
  removed: ReadonlySet<string>,
  known: ReadonlySet<string>,
): News | null {
  const changes = [...changed];
  const here = changes.find(({ href }) => href === write.href);
  if (here && isSameEvent(here, write)) return { remote: here, taken: false, change: here };
  const mayBeElsewhere = here !== undefined || removed.has(write.href) || write.base === null;
  const elsewhere = changes.find((change) => !known.has(change.href) && hasUid(change, write.uid));
  if (mayBeElsewhere && elsewhere) return { remote: elsewhere, taken: false, change: elsewhere };
  // A list can be wrong, and a name is not an identity: the push will ask for it by its UID as well before it is done.
  if (!here && write.operation === 'DELETE' && write.state === 'WAITING') return null;
  // Another event under the same address: ours is gone (T1).
  return here || removed.has(write.href) ? { remote: null, taken: here !== undefined, change: null } : null;
}

/** A text that cannot be read says nothing of its UID. */
function isSameEvent({ result }: ReadChange, { uid }: PendingWrite): boolean {
  return !result.ok || result.object.uid === '' || uid === '' || result.object.uid === uid;
}

function hasUid({ result }: ReadChange, uid: string): boolean {
  return uid !== '' && result.ok && result.object.uid === uid;
}

async function knownHrefs(
  transaction: Transaction,
  calendarId: string,
  hrefs: readonly string[],
): Promise<ReadonlySet<string>> {
  const known = await fingerprints(transaction, calendarId, hrefs);
  // What could not be read so far says nothing of whose it is.
  return new Set(known.filter(({ uid }) => uid !== '').map(({ href }) => href));
}
