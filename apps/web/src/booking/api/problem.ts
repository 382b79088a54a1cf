import { sayRefusal } from '@atelier/words/refusals/coded-refusal';
import { isApiError, isAway } from '../../api/api-error.ts';
import type { Problem } from '../../api/problem.ts';
import type { Reader } from '../language/reader.ts';

/** A refusal with a code is said in the reader's language; of others, which nobody here should meet, in general words. */
export function problemOf(error: unknown, { words, language }: Reader): Problem {
  const { problem, refusals } = words;
  if (!isApiError(error) || isAway(error)) return { message: problem.offline, hint: problem.offlineHint };
  const refusal = error.data?.refusal;
  const said = refusal?.code && sayRefusal(refusals, { code: refusal.code, given: refusal.given ?? null });
  if (said) return { hint: null, ...said };
  if (error.data?.code === 'TOO_MANY_REQUESTS')
    return { message: problem.limited, hint: problem.limitedHint };
  if (!refusal) return { message: problem.unforeseen, hint: problem.unforeseenHint };
  if (language === 'en') return { message: refusal.message, hint: refusal.hint ?? null };
  return { message: problem.refused, hint: problem.refusedHint };
}
