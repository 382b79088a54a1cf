import type { AppRouter } from '@atelier/api/trpc/app-router';
import { sayRefusal } from '@atelier/words/refusals/coded-refusal';
import { TRPCClientError } from '@trpc/client';
import type { Reader } from '../language/reader.ts';

/** What went wrong and what to do, in the reader's words. */
export interface Problem {
  readonly message: string;
  readonly hint: string | null;
}

const isApiError = (error: unknown): error is TRPCClientError<AppRouter> => error instanceof TRPCClientError;

/** The server has answered, and said no; anything else may or may not have arrived. */
export function isRefusal(error: unknown): boolean {
  const code = codeOf(error);
  return code !== null && !['INTERNAL_SERVER_ERROR', 'TIMEOUT', 'SERVICE_UNAVAILABLE'].includes(code);
}

export function codeOf(error: unknown): string | null {
  return isApiError(error) ? (error.data?.code ?? null) : null;
}

export function kindOf(error: unknown): string | null {
  return isApiError(error) ? (error.data?.refusal?.kind ?? null) : null;
}

/** A refusal with a code is said in the reader's language; of others, which nobody here should meet, in general words. */
export function problemOf(error: unknown, { words, language }: Reader): Problem {
  const { problem } = words;
  if (!isApiError(error) || !error.data || error.data.code === 'SERVICE_UNAVAILABLE')
    return { message: problem.offline, hint: problem.offlineHint };
  const { refusal, code } = error.data;
  if (refusal?.code) {
    const { message, hint = null } = sayRefusal(words.refusals, {
      code: refusal.code,
      given: refusal.given ?? null,
    });
    return { message, hint };
  }
  if (code === 'TOO_MANY_REQUESTS') return { message: problem.limited, hint: problem.limitedHint };
  if (!refusal) return { message: problem.unforeseen, hint: problem.unforeseenHint };
  if (language === 'en') return { message: refusal.message, hint: refusal.hint ?? null };
  return { message: problem.refused, hint: problem.refusedHint };
}
