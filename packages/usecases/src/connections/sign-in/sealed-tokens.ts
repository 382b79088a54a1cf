import type { SignedIn } from '@atelier/providers/port/account';
import type { Tokens } from '@atelier/providers/port/sign-in';

/** What a sign-in gave, as it lies sealed in the row of its credential. */
export interface HeldTokens {
  readonly signedIn: SignedIn;
  readonly tokens: Tokens;
}

export function packTokens({ signedIn, tokens }: HeldTokens): string {
  return JSON.stringify({ signedIn, ...tokens });
}

interface Packed extends Omit<Tokens, 'expiresAt'> {
  readonly signedIn: SignedIn;
  readonly expiresAt: string;
}

/** @param text what `packTokens` made: nobody else writes it, and it was authenticated when it was opened. */
export function unpackTokens(text: string): HeldTokens {
  const { signedIn, expiresAt, ...tokens } = JSON.parse(text) as Packed;
  return { signedIn, tokens: { ...tokens, expiresAt: Temporal.Instant.from(expiresAt) } };
}
