import type { Language } from '../language.ts';
import { failures as en } from './en.ts';
import { failures as fr } from './fr.ts';
import { knownFailure } from './known-failure.ts';

interface Failure {
  readonly kind: string;
  /** In English, and more precise than the words for all of its kind. */
  readonly message: string;
  readonly hint: string | null;
}

/** Why something failed, for people who read this language; a page loads its own alone. */
export function failureWords(language: Language, failure: Failure): Pick<Failure, 'message' | 'hint'> {
  return (language === 'en' ? null : knownFailure({ en, fr }[language], failure.kind)) ?? failure;
}
