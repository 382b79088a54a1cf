import { factsOf, type OAuthKind } from '@atelier/providers/kinds';
import { ProviderFailure } from '@atelier/providers/port/failure';
import type { ProviderSignIn, SignInAnswer, SignInRefusal } from '@atelier/providers/port/sign-in';
import type { Context } from '../../context.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { failedAccount } from '../failed-account.ts';
import type { HeldTokens } from './sealed-tokens.ts';

const CODES = {
  denied: 'sign-in-denied',
  'admin-consent': 'sign-in-needs-admin',
  spent: 'sign-in-spent',
  'rights-missing': 'sign-in-rights-missing',
  'not-lasting': 'sign-in-not-lasting',
  registration: 'sign-in-registration',
} as const satisfies Readonly<Record<SignInRefusal, string>>;

type Providers = Pick<Context, 'signIns'>;

export interface FreshSignIn extends HeldTokens {
  readonly scopes: readonly string[];
}

/** Whether this installation is registered there. */
export function signInFor({ signIns }: Providers, kind: OAuthKind): Outcome<ProviderSignIn> {
  const signIn = signIns.of(kind);
  const { provider } = factsOf(kind).signIn;
  return signIn ? done(signIn) : refusedFor('invalid', 'sign-in-unregistered', { provider });
}

/** What came of it, in words. */
export async function redeemed(
  context: Providers,
  kind: OAuthKind,
  answer: SignInAnswer,
): Promise<Outcome<FreshSignIn>> {
  const signIn = signInFor(context, kind);
  if (!signIn.ok) return signIn;
  try {
    const result = await signIn.value.redeem(answer);
    if (result.ok) return done(result);
    return refusedFor('provider', CODES[result.reason], { provider: factsOf(kind).signIn.provider });
  } catch (error) {
    if (!(error instanceof ProviderFailure)) throw error;
    return refusedFor('provider', 'provider-failed', failedAccount(error));
  }
}
