import type { Language } from '../language.ts';
import type { Sentence } from '../sentence.ts';
import { type CodedRefusal, type RefusalCode, type Refusals, sayRefusal } from './coded-refusal.ts';
import { REFUSALS_EN } from './en.ts';
import { REFUSALS_FR } from './fr.ts';
import { sayReason } from './kept-reason.ts';

const REFUSALS: Readonly<Record<Language, Refusals>> = { en: REFUSALS_EN, fr: REFUSALS_FR };

export function isRefusalCode(code: string): code is RefusalCode {
  return Object.hasOwn(REFUSALS_EN, code);
}

/** The sentence for people who read this language, where both are at hand; a page loads its own alone. */
export function refusalWords(language: Language, coded: CodedRefusal): Sentence {
  const said = sayRefusal(REFUSALS[language], coded);
  if (said === null) throw new Error(`no words for ${coded.code}`);
  return said;
}

/** The same where both languages are at hand. */
export function reasonWords(language: Language, reason: string): string {
  return sayReason(REFUSALS[language], reason);
}
