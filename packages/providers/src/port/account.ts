import type { Opaque } from '../json.ts';
import type { ProviderKind } from '../kinds.ts';

/** What a person gives of an account. */
export interface AccountAccess {
  readonly kind: ProviderKind;
  /** Where it is, as it was typed. */
  readonly address: string;
  readonly credential: Credential;
}

/** By which an account lets us in; in the clear here, and in memory only. */
export type Credential = PasswordCredential | OAuthCredential;

export interface PasswordCredential {
  readonly kind: 'password';
  readonly username: string;
  readonly password: string;
}

/** Rights that a person gave by signing in at the provider itself (OAuth 2.0, RFC 6749). */
export interface OAuthCredential {
  readonly kind: 'oauth';
  readonly signedIn: SignedIn;
  /**
   * What `Authorization: Bearer` is to say now; where it comes from, and that only one worker asks for a new one, is not
   * the caller's business.
   * @param refused one that the server has just answered 401 to: it is not given again. Ask so once, not in a loop.
   * @throws ProviderFailure `signed-out` when the sign-in has ended, which is what a second 401 means too; else why there
   * is no new one at the moment.
   */
  accessToken(refused?: string): Promise<string>;
}

/** Who signed in, as the provider told it then. */
export interface SignedIn {
  /** The person's own id there, never given to anybody else (`oid` of Microsoft, `sub` of Google); null when it told none. */
  readonly personId: string | null;
  /** Of Microsoft: the organisation that the id belongs to. */
  readonly tenantId: string | null;
  /** Mail address, or what else the person signs in by: to be shown, never compared, for it may change. */
  readonly name: string | null;
}

/** @throws TypeError for an account that is reached in another way: kinds and their protocols do not fit together. */
export function passwordOf(credential: Credential): PasswordCredential {
  if (credential.kind === 'password') return credential;
  throw new TypeError('this protocol signs in with a user name and a password');
}

/** What a test found and what is worth keeping, so that later runs need not look for it. */
export interface Account {
  /** The account's own id at the provider: equal for the same account, whatever address and name led to it. */
  readonly id: string;
  /** Tells it apart in lists, sentences and mails: who, and where. */
  readonly name: string;
  /** How it is reached. */
  readonly reach: Opaque;
  /** What is to be kept instead of what was typed, where the address is a secret itself. */
  readonly keep?: { readonly address: string; readonly credential: PasswordCredential };
}
