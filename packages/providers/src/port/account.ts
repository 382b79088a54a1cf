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
export type Credential = PasswordCredential;

export interface PasswordCredential {
  readonly kind: 'password';
  readonly username: string;
  readonly password: string;
}

/** What a test found and what is worth keeping, so that later runs need not look for it. */
export interface Account {
  /** The account's own id at the provider: equal for the same account, whatever address and name led to it. */
  readonly id: string;
  /** Tells it apart in lists, sentences and mails: who, and where. */
  readonly name: string;
  /** How it is reached. */
  readonly reach: Opaque;
}
