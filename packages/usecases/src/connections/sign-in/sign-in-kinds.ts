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

/** Those that this version can speak with, registered or not: what is missing is told where somebody looks for it. */
export function signInKinds(
  { gateways, signIns }: Pick<Context, 'gateways' | 'signIns'>,
  redirectUri: string,
): readonly SignInKind[] {
  return OAUTH_KINDS.filter((kind) => gateways.speaks(kind)).map((kind) => ({
    kind,
    registered: signIns.of(kind) !== null,
    redirectUri,
  }));
}
