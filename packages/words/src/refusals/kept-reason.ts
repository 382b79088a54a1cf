import type { Sentence } from '../sentence.ts';

type Bare = Readonly<Record<string, ((given: object) => Sentence) | undefined>>;

/** A reason that was kept as a code, in these words; what a provider said in its own stays as it said it. */
export function sayReason(refusals: object, reason: string): string {
  const said = Object.hasOwn(refusals, reason) ? (refusals as Bare)[reason]?.({}) : undefined;
  return said?.message ?? reason;
}
