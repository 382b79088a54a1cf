import type { ConnectionRow } from '@atelier/database/account/connection-store';
import { updateSignIn } from '@atelier/database/account/credential-store';
import { isOAuthKind } from '@atelier/providers/kinds';
import type { Actor } from '../../actor.ts';
import type { CalendarOverview } from '../../calendars/calendar-overview.ts';
import type { Context } from '../../context.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { failedAccount } from '../failed-account.ts';
import { goOn } from '../renew-password.ts';
import { heldAccess } from './held-credential.ts';
import { packTokens } from './sealed-tokens.ts';
import type { FreshSignIn } from './sign-in-refused.ts';

type Known = Pick<ConnectionRow, 'id' | 'credentialId' | 'kind' | 'name' | 'accountId' | 'username'>;

/** Somebody signed in again: tried first, and refused when it is another account than before (P2). */
export async function renewSignIn(
  context: Context,
  actor: Actor,
  connection: Known,
  fresh: FreshSignIn,
): Promise<Outcome<readonly CalendarOverview[]>> {
  const { kind, name, accountId } = connection;
  if (!isOAuthKind(kind)) return refusedFor('not-found', 'no-connection');
  const test = await (await context.gateways.of(kind)).test(heldAccess(kind, fresh));
  if (!test.ok) return refusedFor('provider', 'provider-failed', failedAccount(test.failure));
  if (test.account.id !== accountId) {
    const other = fresh.signedIn.name ?? test.account.name;
    return refusedFor('conflict', 'sign-in-other-account', { name, other });
  }
  return done(await goOnSignedIn(context, actor, connection, fresh));
}

/** The same account: everything goes on from where it stopped. */
export async function goOnSignedIn(
  context: Context,
  actor: Actor,
  { id: connectionId, credentialId, username }: Pick<Known, 'id' | 'credentialId' | 'username'>,
  fresh: FreshSignIn,
): Promise<readonly CalendarOverview[]> {
  await updateSignIn(context.database, {
    id: credentialId,
    secret: context.secrets.seal(packTokens(fresh), credentialId),
    username: fresh.signedIn.name ?? username,
    scopes: [...fresh.scopes],
  });
  return goOn(context, actor, connectionId);
}
