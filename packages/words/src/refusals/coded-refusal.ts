import type { Sentence } from '../sentence.ts';
import type { Words } from '../words.ts';
import type { REFUSALS_EN } from './en.ts';

/** The sentences of one language. */
export type Refusals = Words<typeof REFUSALS_EN>;

export type RefusalCode = keyof typeof REFUSALS_EN;

/** What belongs to a code: nothing, or a number, a name, a time. */
export type RefusalGiven<Code extends RefusalCode> = Parameters<(typeof REFUSALS_EN)[Code]>;

/** A code with what belongs to it, as it is kept and as it travels. */
export interface CodedRefusal {
  readonly code: RefusalCode;
  readonly given: Given | null;
}

/** The same, with what belongs to each code; what other packages give a code must fit it. */
export type FittingRefusal = {
  readonly [Code in RefusalCode]: {
    readonly code: Code;
    readonly given: RefusalGiven<Code> extends readonly [infer Needed] ? Needed : null;
  };
}[RefusalCode];

type Given = Readonly<Record<string, unknown>>;

export function codedRefusal<Code extends RefusalCode>(
  code: Code,
  ...given: RefusalGiven<Code>
): CodedRefusal {
  const [what = null]: readonly (Given | null)[] = given;
  return { code, given: what };
}

/** What a refusal says in these words; null where they lack it, as the booking page's lack what only the studio meets. */
export function sayRefusal(refusals: Partial<Refusals>, { code, given }: CodedRefusal): Sentence | null {
  // Made by `codedRefusal`, which takes a code together with what belongs to it and nothing else.
  const say = refusals[code] as ((given: Given | null) => Sentence) | undefined;
  return say?.(given) ?? null;
}
