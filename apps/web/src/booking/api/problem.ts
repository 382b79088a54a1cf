import type { AppRouter } from '@atelier/api/app-router';
import { TRPCClientError } from '@trpc/client';
import type { Reader } from '../words/words.ts';

/** What went wrong and what to do, in the reader's words. */
export interface Problem {
  readonly message: string;
  readonly hint: string | null;
}

const isApiError = (error: unknown): error is TRPCClientError<AppRouter> => error instanceof TRPCClientError;

/** The server has answered, and said no; anything else may or may not have arrived. */
export function isRefusal(error: unknown): boolean {
  const code = codeOf(error);
  return code !== null && code !== 'INTERNAL_SERVER_ERROR' && code !== 'TIMEOUT';
}

export function codeOf(error: unknown): string | null {
  return isApiError(error) ? (error.data?.code ?? null) : null;
}

export function kindOf(error: unknown): string | null {
  return isApiError(error) ? (error.data?.refusal?.kind ?? null) : null;
}

/** The server writes English: elsewhere its sentence stands behind one of ours. */
export function problemOf(error: unknown, { words, language }: Reader): Problem {
  const { problem } = words;
  if (!isApiError(error) || !error.data) return { message: problem.offline, hint: problem.offlineHint };
  if (error.data.code === 'TOO_MANY_REQUESTS' || error.data.refusal?.kind === 'too-many')
    return { message: problem.limited, hint: problem.limitedHint };
  const { refusal } = error.data;
  if (!refusal) return { message: problem.unforeseen, hint: problem.unforeseenHint };
  if (language === 'en') return { message: refusal.message, hint: refusal.hint ?? null };
  const own = [refusal.message, refusal.hint].filter(Boolean).join(' ');
  return { message: refusal.kind === 'conflict' ? problem.conflict : problem.refused, hint: own };
}
