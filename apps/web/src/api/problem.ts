import { knownFailure } from '@atelier/words/failures/known-failure';
import { sayRefusal } from '@atelier/words/refusals/coded-refusal';
import type { StudioWords } from '@atelier/words/studio/en';
import type { Failure, Refusal } from './answers.ts';
import { isApiError, isAway } from './api-error.ts';

/** What went wrong and what to do, in words for the screen. */
export interface Problem {
  readonly message: string;
  readonly hint: string | null;
}

/**
 * A refusal with a code is said in the reader's language. Of another the server writes English: elsewhere the general
 * sentence comes first, and its own says the details.
 */
export function problemOf(error: unknown, words: StudioWords, language: string): Problem {
  const { refusal: general } = words;
  if (!isApiError(error)) return { message: general.unforeseen, hint: null };
  if (isAway(error)) return { message: general.offline, hint: general.offlineHint };
  const refusal = error.data?.refusal;
  return refusal ? refusalProblem(refusal, words, language) : { message: general.unforeseen, hint: null };
}

/** The same of a refusal that is part of an answer. */
export function refusalProblem(
  { code, given = null, message, hint: told, kind }: Refusal,
  { refusal: general, refusals }: StudioWords,
  language: string,
): Problem {
  const hint = told ?? null;
  const said = code ? sayRefusal(refusals, { code, given }) : null;
  if (said) return { hint: null, ...said };
  if (language === 'en') return { message, hint };
  return { message: general[kind], hint: [message, hint].filter(Boolean).join(' ') };
}

/** Why a calendar or an account is not in step. The server's own English is more precise; other kinds have no more. */
export function failureOf(failure: Failure, { failures }: StudioWords, language: string): Problem {
  const { kind, message, hint } = failure;
  return (language === 'en' ? null : knownFailure(failures, kind)) ?? { message, hint };
}
