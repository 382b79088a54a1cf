import type { Challenge, Guard } from './guard.ts';

export type NeededChallenge = { readonly needed: false } | ({ readonly needed: true } & Challenge);

/** What a page solves while somebody fills in the form. @param guard null where limits are off. */
export async function challengeOf(guard: Guard | null): Promise<NeededChallenge> {
  return guard ? { needed: true, ...(await guard.challenge()) } : { needed: false };
}
