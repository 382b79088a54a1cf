import { isOAuthKind, type ProviderKind } from '@atelier/providers/kinds';
import { ProviderFailure } from '@atelier/providers/port/failure';
import type { Context } from '../../context.ts';
import { unpackTokens } from './sealed-tokens.ts';

/**
 * What became of the rights that somebody gave us at the provider: `by-hand`, they can only be taken back on a page
 * there, or the provider could not be told; null, there were none.
 */
export type RightsAfter = 'given-back' | 'by-hand' | null;

/** @param secret as it was stored; forgotten here already. */
export async function giveRightsBack(
  { signIns, secrets }: Pick<Context, 'signIns' | 'secrets'>,
  { kind, secret, credentialId }: { kind: ProviderKind; secret: string; credentialId: string },
): Promise<RightsAfter> {
  if (!isOAuthKind(kind)) return null;
  try {
    const { tokens } = unpackTokens(secrets.open(secret, credentialId));
    return (await signIns.of(kind)?.giveBack(tokens)) === true ? 'given-back' : 'by-hand';
  } catch (error) {
    if (error instanceof ProviderFailure) return 'by-hand';
    throw error;
  }
}
