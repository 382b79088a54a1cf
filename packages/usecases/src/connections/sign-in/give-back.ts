import type { ConnectionRow } from '@atelier/database/account/connection-store';
import { isOAuthKind } from '@atelier/providers/kinds';
import { ProviderFailure } from '@atelier/providers/port/failure';
import type { Context } from '../../context.ts';
import { forgetLogin } from '../login-flow/forget-login.ts';
import { unpackTokens } from './sealed-tokens.ts';

/**
 * What became of the rights that somebody gave us at the provider: `by-hand`, they can only be taken back on a page
 * there, or the provider could not be told; null, there were none.
 */
export type RightsAfter = 'given-back' | 'by-hand' | null;

type Forgotten = Pick<ConnectionRow, 'kind' | 'secret' | 'credentialId' | 'issued' | 'username' | 'address'>;

/** @param forgotten its secret as it was stored; forgotten here already. */
export async function giveRightsBack(
  context: Pick<Context, 'signIns' | 'secrets' | 'gateways'>,
  forgotten: Forgotten,
): Promise<RightsAfter> {
  const { signIns, secrets } = context;
  const { kind, secret, credentialId, issued, username, address } = forgotten;
  if (issued) {
    const password = secrets.open(secret, credentialId);
    return (await forgetLogin(context, { address, username, password })) ? 'given-back' : 'by-hand';
  }
  if (!isOAuthKind(kind)) return null;
  try {
    const { tokens } = unpackTokens(secrets.open(secret, credentialId));
    return (await signIns.of(kind)?.giveBack(tokens)) === true ? 'given-back' : 'by-hand';
  } catch (error) {
    if (error instanceof ProviderFailure) return 'by-hand';
    throw error;
  }
}
