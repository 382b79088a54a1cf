import { parseHours } from '@atelier/booking/hours/parse-hours';
import { LONGEST_REASON } from '@atelier/booking/hours/read-dates';
import { deleteStudioClosure, insertClosure, listClosures } from '@atelier/database/booking/hours-store';
import { transact } from '@atelier/database/transaction';
import { type Actor, isAdmin } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { asLine } from '../../plain-text.ts';
import { announceOffer } from './announce-offer.ts';

/** Dates, `YYYY-MM-DD` and both included, on which the whole studio is closed. */
export interface StudioClosure {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

export async function seeClosures({
  database,
}: Pick<Context, 'database'>): Promise<readonly StudioClosure[]> {
  const rows = await listClosures(database, null);
  return rows.map(({ id, from, to, reason }) => ({ id, from, to, reason }));
}

/** Nobody can be booked on these dates any more; bookings that stand there already stay. */
export async function addClosure(
  context: Context,
  actor: Actor,
  {
    from,
    to,
    reason = '',
  }: { readonly from: string; readonly to: string; readonly reason?: string | undefined },
): Promise<Outcome<StudioClosure>> {
  if (!isAdmin(actor)) return refusedFor('forbidden', 'admins-only');
  const parsed = parseHours({ weekly: {}, closures: [{ from, to, reason }] });
  const [read] = parsed.ok ? parsed.hours.closures : [];
  if (!read) {
    return to < from
      ? refusedFor('invalid', 'closure-order', { from, to })
      : refusedFor('invalid', 'closure-wrong', { most: LONGEST_REASON });
  }
  const closure = { id: context.newId(), from: read.from, to: read.to, reason: asLine(read.reason ?? '') };
  await transact(context.database, async (transaction) => {
    await insertClosure(transaction, { ...closure, artistId: null });
    announceOffer(transaction, null);
  });
  return done(closure);
}

export async function removeClosure(context: Context, actor: Actor, id: string): Promise<Outcome<null>> {
  if (!isAdmin(actor)) return refusedFor('forbidden', 'admins-only');
  const known = await listClosures(context.database, null);
  return transact(context.database, async (transaction) => {
    const stands = known.some((one) => one.id === id);
    if (!stands || !(await deleteStudioClosure(transaction, id)))
      return refusedFor('not-found', 'no-closure');
    announceOffer(transaction, null);
    return done(null);
  });
}
