import { factsOf, type OAuthKind } from '@atelier/providers/kinds';
import type { AccountAccess, Credential } from '@atelier/providers/port/account';
import { ProviderFailure } from '@atelier/providers/port/failure';
import type { HeldTokens } from './sealed-tokens.ts';

/** An account that somebody has just signed in to, before anything of it is stored: its first token has to do. */
export function heldAccess(kind: OAuthKind, held: HeldTokens): AccountAccess {
  return { kind, address: factsOf(kind).address, credential: heldCredential(kind, held) };
}

function heldCredential(kind: OAuthKind, { signedIn, tokens }: HeldTokens): Credential {
  const { provider } = factsOf(kind).signIn;
  return {
    kind: 'oauth',
    signedIn,
    async accessToken(refused) {
      if (refused !== tokens.access) return tokens.access;
      throw new ProviderFailure(
        'signed-out',
        `${provider} let nobody in with this sign-in.`,
        `Sign in with ${provider} once more.`,
      );
    },
  };
}
