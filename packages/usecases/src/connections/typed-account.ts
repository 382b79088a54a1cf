import type { PasswordKind } from '@atelier/providers/kinds';
import type { AccountAccess } from '@atelier/providers/port/account';

/** An account as a person types it in. */
export interface TypedAccount {
  readonly kind: PasswordKind;
  readonly url: string;
  readonly username: string;
  readonly password: string;
}

export function accessTo({ kind, url, username, password }: TypedAccount): AccountAccess {
  return { kind, address: url, credential: { kind: 'password', username, password } };
}
