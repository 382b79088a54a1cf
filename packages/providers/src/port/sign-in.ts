import type { OAuthKind } from '../kinds.ts';
import type { SignedIn } from './account.ts';

/** How people sign in at a provider's own page (OAuth 2.0, authorization code with PKCE: RFC 6749, 7636, 9700). */
export interface ProviderSignIn {
  /** Where to send the person. */
  pageFor(request: SignInRequest): Promise<URL>;
  /**
   * Redeems what the page sent back, which works once.
   * @throws ProviderFailure when the provider does not answer as it should.
   */
  redeem(answer: SignInAnswer): Promise<SignInResult>;
  /**
   * New tokens for old ones.
   * @throws ProviderFailure `signed-out` when the provider takes them no more, `registration` when it no longer knows us,
   * and what else keeps it from answering, after which the old ones are as good as before.
   */
  renew(tokens: Tokens): Promise<Tokens>;
  /** Whether what was granted is enough for these. */
  covers(rights: readonly SignInRight[], granted: readonly string[]): boolean;
  /** Gives every right back that this person has given us; false where the provider lets only people do that, on a page of theirs. */
  giveBack(tokens: Tokens): Promise<boolean>;
}

/** What a person may be asked for: each only when it is switched on (P8). */
export type SignInRight = 'calendars' | 'mail';

export interface SignInRequest {
  readonly rights: readonly SignInRight[];
  /** Exactly as it is registered. */
  readonly redirectUri: string;
  /** Comes back as it is, so that nobody can put an answer of theirs in its place. */
  readonly state: string;
  /** Kept until the answer; only its hash is sent. */
  readonly verifier: string;
  /** Whose page it should be: a mail address. */
  readonly hint: string | null;
}

export interface SignInAnswer extends Pick<SignInRequest, 'rights' | 'redirectUri' | 'state' | 'verifier'> {
  /** What came with the redirect. */
  readonly query: URLSearchParams;
}

export type SignInResult =
  | {
      readonly ok: true;
      readonly tokens: Tokens;
      readonly signedIn: SignedIn;
      readonly scopes: readonly string[];
    }
  | { readonly ok: false; readonly reason: SignInRefusal };

export type SignInRefusal =
  | 'denied' // the person, or a rule of their organisation, said no
  | 'admin-consent' // an admin of their organisation has to agree first
  | 'spent' // the code was used before, or is too old
  | 'rights-missing' // a box was left unticked
  | 'not-lasting' // no refresh token: it would end within the hour
  | 'registration'; // the provider does not know us, or not at this address

/** In the clear here, and in memory only. */
export interface Tokens {
  readonly access: string;
  readonly expiresAt: Temporal.Instant;
  /** What gets new ones. */
  readonly refresh: string;
  /** The one before it, until the newer has proved itself: an answer that got lost may have been the only one to name it. */
  readonly previous: string | null;
}

/** The kinds that people sign in to at the provider. */
export interface ProviderSignIns {
  /** Null: the operator has not registered this installation there. */
  of(kind: OAuthKind): ProviderSignIn | null;
}
