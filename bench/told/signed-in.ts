import { OPERATOR } from '@atelier/usecases/actor';
import { storeSignedIn } from '@atelier/usecases/connections/sign-in/connect-signed-in';
import type { ConnectedAccount } from '@atelier/usecases/connections/store-account';
import type { Installation } from '../installation.ts';

/** An account as signing in would leave it. A sandbox takes the address of a person for their token. */
export async function connectSignedIn(
  { context }: Installation,
  kind: 'microsoft' | 'google',
  mail: string,
): Promise<ConnectedAccount> {
  const expiresAt = context.clock().toTemporalInstant().add({ hours: 1 });
  const tokens = { access: mail, refresh: 'none', previous: null, expiresAt };
  const fresh = { tokens, signedIn: { personId: 'bench', tenantId: 'bench', name: mail }, scopes: [] };
  const stored = await storeSignedIn(context, OPERATOR, kind, fresh, { select: 'all' });
  if (!stored.ok) throw new Error(stored.refusal.message);
  return stored.value;
}
