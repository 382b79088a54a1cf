import { addConflict } from '@atelier/database/object/conflict-store';
import { lockWrite, type PendingWrite, schedulePush } from '@atelier/database/object/outbox-store';
import { placeOfWrite, retryWrite } from '@atelier/database/object/waiting-list';
import { tellDue } from '@atelier/database/source/source-pace';
import type { Transaction } from '@atelier/database/transaction';
import { settleWrite } from '@atelier/sync/reconcile/settle-write';
import type { Actor } from '../actor.ts';
import { calendarOverview } from '../calendars/calendar-overview.ts';
import { mayWrite } from '../calendars/writable-calendar.ts';
import type { Context } from '../context.ts';
import { eventAccess } from '../event-privacy.ts';
import { orRefused } from '../events/write/or-refused.ts';
import { type Authorship, inCalendar, RevisionConflict } from '../events/write/write-object.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';

type WithWrite = (transaction: Transaction, authorship: Authorship, write: PendingWrite) => Promise<void>;

/** Has a write tried again at once, whatever had stopped it. */
export async function retryWaiting(
  context: Context,
  actor: Actor,
  id: string,
): Promise<Outcome<{ id: string }>> {
  return withWrite(context, actor, id, async (transaction, { place, now }) => {
    await retryWrite(transaction, id, now);
    await schedulePush(transaction, [place.id]);
    await tellDue(transaction);
  });
}

/**
 * Gives a write up: the event becomes again what the provider has, or goes where the provider never had it. What is
 * given up is kept among the settled conflicts.
 */
export async function discardWaiting(
  context: Context,
  actor: Actor,
  id: string,
): Promise<Outcome<{ id: string }>> {
  return withWrite(context, actor, id, async (transaction, authorship, write) => {
    const { place, now, newId } = authorship;
    await keepGivenUp(transaction, authorship, write);
    const remote = write.base && { href: write.href, etag: write.base.etag, body: write.base.source };
    await settleWrite(transaction, { place, now, newId }, write, { kind: 'settled', remote, conflict: null });
    await schedulePush(transaction, [place.id]);
  });
}

async function withWrite(
  context: Context,
  actor: Actor,
  id: string,
  work: WithWrite,
): Promise<Outcome<{ id: string }>> {
  const absent = refusedFor('not-found', 'nothing-waiting');
  const found = await placeOfWrite(context.database, id);
  const [calendar] = found ? await calendarOverview(context, actor, { ids: [found.calendarId] }) : [];
  if (!found || !calendar || eventAccess(actor, calendar, found) === 'refused') return absent;
  if (!mayWrite(calendar)) return refusedFor('forbidden', 'calendar-not-yours');
  return orRefused(
    inCalendar(context, actor, found.calendarId, null, async (transaction, authorship) => {
      const write = await lockWrite(transaction, id);
      const now = write && (await placeOfWrite(transaction, id));
      if (!write || !now || eventAccess(actor, calendar, now) === 'refused') throw new RevisionConflict();
      await work(transaction, authorship, write);
    }).then(() => done({ id })),
  );
}

async function keepGivenUp(
  transaction: Transaction,
  { place, now, newId, actorId }: Authorship,
  { objectId, href, uid, summary, base, mine }: PendingWrite,
): Promise<void> {
  await addConflict(transaction, {
    id: newId(),
    calendarId: place.id,
    objectId,
    href,
    uid,
    summary,
    kind: 'REFUSED',
    groups: [],
    base: base?.source ?? null,
    mine,
    theirs: base?.source ?? null,
    actorId,
    outcome: 'THEIRS',
    createdAt: now,
    settledAt: now,
  });
}
