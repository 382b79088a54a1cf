import { REFUSALS_EN } from './refusals-en.ts';
import { REFUSALS_FR } from './refusals-fr.ts';
import type { Sentence } from './sentence.ts';
import type { Language } from './spoken.ts';

export type RefusalCode = keyof typeof REFUSALS_EN;

/** What belongs to a code: nothing, or a number, a name, a time. */
export type RefusalGiven<Code extends RefusalCode> = Parameters<(typeof REFUSALS_EN)[Code]>;

/** A code with what belongs to it, as it is kept and as it travels. */
export interface CodedRefusal {
  readonly code: RefusalCode;
  readonly given: Given | null;
}

type Given = Readonly<Record<string, unknown>>;

export function codedRefusal<Code extends RefusalCode>(
  code: Code,
  ...given: RefusalGiven<Code>
): CodedRefusal {
  const [what = null]: readonly (Given | null)[] = given;
  return { code, given: what };
}

export function isRefusalCode(code: string): code is RefusalCode {
  return Object.hasOwn(REFUSALS_EN, code);
}

const REFUSALS = { en: REFUSALS_EN, fr: REFUSALS_FR };

/** The sentence for people who read this language. */
export function refusalWords(language: Language, { code, given }: CodedRefusal): Sentence {
  // Made by `codedRefusal`, which takes a code together with what belongs to it and nothing else.
  const say = REFUSALS[language][code] as (given: Given | null) => Sentence;
  return say(given);
}
