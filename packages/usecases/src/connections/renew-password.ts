import { findConnection, healConnection, updateSecret } from '@atelier/database/account/connection-store';
import { requestRuns } from '@atelier/database/calendar/calendar-store';
import { type Actor, isAdmin } from '../actor.ts';
import { type CalendarOverview, calendarOverview } from '../calendars/calendar-overview.ts';
import type { Context } from '../context.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';
import { failedAccount } from './failed-account.ts';
import { accessTo } from './typed-account.ts';

/** Gives a stopped account a new password: tried first, stored only when it works, ids and cursors kept. */
export async function renewPassword(
  context: Context,
  actor: Actor,
  input: { readonly connectionId: string; readonly password: string },
): Promise<Outcome<{ readonly connectionId: string }>> {
  if (!isAdmin(actor)) return refusedFor('forbidden', 'admins-only');
  const connection = await findConnection(context.database, input.connectionId);
  if (!connection) return refusedFor('not-found', 'no-connection');
  const test = await context.gateways
    .of(connection.kind)
    .test(accessTo({ ...connection, url: connection.address, password: input.password }));
  if (!test.ok) return refusedFor('provider', 'provider-failed', failedAccount(test.failure));
  await goOnWith(context, actor, input);
  return done({ connectionId: connection.id });
}

/** A password that was tried and works: everything goes on from where it stopped. */
export async function goOnWith(
  context: Context,
  actor: Actor,
  { connectionId, password }: { readonly connectionId: string; readonly password: string },
): Promise<readonly CalendarOverview[]> {
  await updateSecret(context.database, connectionId, context.secrets.seal(password, connectionId));
  await healConnection(context.database, connectionId, context.clock());
  const calendars = await calendarOverview(context, actor, { connectionId });
  await requestRuns(
    context.database,
    calendars.map(({ id }) => id),
    { full: false, now: context.clock() },
  );
  return calendars;
}
