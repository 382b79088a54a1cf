import { OAUTH_KINDS, type OAuthKind } from '@atelier/providers/kinds';
import type { Context } from '../../context.ts';

/** Where people sign in at the provider. */
export interface SignInKind {
  readonly kind: OAuthKind;
  /** Whether the operator has registered this installation there. */
  readonly registered: boolean;
  /** What has to be registered, exactly so. */
  readonly redirectUri: string;
}

/** All of them, registered or not: what is missing is told where somebody looks for it. */
export function signInKinds(
  { signIns }: Pick<Context, 'signIns'>,
  redirectUri: string,
): readonly SignInKind[] {
  return OAUTH_KINDS.map((kind) => ({
    kind,
    registered: signIns.of(kind) !== null,
    redirectUri,
  }));
}
