import { lockCalendars, receiverOf } from '@atelier/database/calendar/calendar-place';
import { inhabitants, succeedPrivate } from '@atelier/database/calendar/calendar-store';
import { sharesOf } from '@atelier/database/sharing/share-store';
import { transact } from '@atelier/database/transaction';
import type { Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import { orRefused } from '../events/write/or-refused.ts';
import { moveFitting, removeFitting } from '../events/write/save-fitting.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';
import { type CalendarOverview, calendarOverview } from './calendar-overview.ts';

/**
 * A calendar at a provider becomes somebody's private one (P9): what they have in the one of Atelier's own goes there,
 * once, and from then on the two are one. An event that is there already stays as it is there; the copy that was here
 * lies among what was deleted.
 */
export async function keepPrivateAt(
  context: Context,
  actor: Actor,
  calendarId: string,
): Promise<Outcome<CalendarOverview>> {
  const own = (await calendarOverview(context, actor)).filter(({ mine }) => mine);
  const to = own.find(({ id }) => id === calendarId);
  if (!to) return refusedFor('not-found', 'no-calendar');
  const from = own.find((one) => one.private);
  const wrong = await unfit(context, to, from);
  if (wrong) return wrong;
  const moved = from ? await orRefused(succeed(context, actor, from, to)) : done(null);
  if (!moved.ok) return moved;
  const [after] = await calendarOverview(context, actor, { ids: [calendarId] });
  return after ? done(after) : refusedFor('not-found', 'no-calendar');
}

/** Why it cannot be: said before anything is moved. */
async function unfit(
  { database }: Context,
  to: CalendarOverview,
  from: CalendarOverview | undefined,
): Promise<Outcome<never> | null> {
  const { id, name } = to;
  if (!from) return refusedFor('not-found', 'no-calendar');
  if (from.connectionId !== null) return refusedFor('conflict', 'private-elsewhere', { name: from.name });
  if (to.connectionId === null || to.readOnly || to.ownedByOther || to.kind !== 'personal')
    return refusedFor('invalid', 'private-not-there', { name });
  // What it holds has to be known first, or an event that is in both would be there twice.
  if (to.state !== 'ok') return refusedFor('conflict', 'private-not-read', { name });
  if ((await sharesOf(database, id)).length > 0) return refusedFor('conflict', 'private-shared', { name });
  if ((await receiverOf(database, id)) !== null) return refusedFor('invalid', 'private-cannot-receive');
  return null;
}

async function succeed(
  context: Context,
  actor: Actor,
  { id: from }: CalendarOverview,
  { id: to, name }: CalendarOverview,
): Promise<Outcome<null>> {
  await transact(context.database, async (transaction) => {
    const places = await lockCalendars(transaction, [from, to]);
    const [place, target] = [places.get(from), places.get(to)];
    if (!place || !target) throw new Error('a calendar went while it was looked at');
    const there = new Set((await inhabitants(transaction, to)).map(({ uid }) => uid));
    const authorship = { actorId: actor.userId, now: context.clock(), newId: context.newId };
    for (const { id: objectId, uid } of await inhabitants(transaction, from)) {
      const write = { place, objectId, ...authorship };
      if (there.has(uid)) await removeFitting(transaction, write);
      else await moveFitting(transaction, { ...write, to: target });
    }
    await succeedPrivate(transaction, { from, to, name });
    transaction.announce({ topic: 'calendars', calendarId: null });
    transaction.announce({ topic: 'events', calendarId: null });
  });
  return done(null);
}
