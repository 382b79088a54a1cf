import { healConnection } from '@atelier/database/account/connection-state';
import type { ConnectionRow } from '@atelier/database/account/connection-store';
import { updateSecret } from '@atelier/database/account/credential-store';
import { requestRuns } from '@atelier/database/source/source-pace';
import { isPasswordKind } from '@atelier/providers/kinds';
import type { Actor } from '../actor.ts';
import { type CalendarOverview, calendarOverview } from '../calendars/calendar-overview.ts';
import type { Context } from '../context.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';
import { connectionOf } from './account-rights.ts';
import { failedAccount } from './failed-account.ts';
import { accessTo } from './typed-account.ts';

/** Gives a stopped account a new password: tried first, stored only when it works, ids and cursors kept. */
export async function renewPassword(
  context: Context,
  actor: Actor,
  input: { readonly connectionId: string; readonly password: string },
): Promise<Outcome<{ readonly connectionId: string }>> {
  const known = await connectionOf(context.database, actor, input.connectionId);
  if (!known.ok) return known;
  const connection = known.value;
  const { kind } = connection;
  if (!isPasswordKind(kind))
    return refusedFor('invalid', 'account-without-password', { name: connection.name });
  const gateway = await context.gateways.of(kind);
  const typed = { ...connection, kind, url: connection.address, password: input.password };
  const test = await gateway.test(accessTo(typed));
  if (!test.ok) return refusedFor('provider', 'provider-failed', failedAccount(test.failure));
  const secret = test.account.keep?.credential.password ?? input.password;
  await goOnWith(context, actor, connection, secret);
  return done({ connectionId: connection.id });
}

/** A password that was tried and works: everything goes on from where it stopped. */
export async function goOnWith(
  context: Context,
  actor: Actor,
  { id: connectionId, credentialId }: Pick<ConnectionRow, 'id' | 'credentialId'>,
  password: string,
): Promise<readonly CalendarOverview[]> {
  const secret = context.secrets.seal(password, credentialId);
  await updateSecret(context.database, { id: credentialId, secret });
  return goOn(context, actor, connectionId);
}

/** What lets us in was stored, and works. */
export async function goOn(
  context: Context,
  actor: Actor,
  connectionId: string,
): Promise<readonly CalendarOverview[]> {
  await healConnection(context.database, connectionId, context.clock());
  const calendars = await calendarOverview(context, actor, { connectionId });
  await requestRuns(
    context.database,
    calendars.map(({ id }) => id),
    { full: false, now: context.clock() },
  );
  return calendars;
}
