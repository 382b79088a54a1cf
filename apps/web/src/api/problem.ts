import type { AppRouter } from '@atelier/api/trpc/app-router';
import { sayRefusal } from '@atelier/words/refusals/coded-refusal';
import type { StudioWords } from '@atelier/words/studio/en';
import { TRPCClientError } from '@trpc/client';
import type { Failure } from './answers.ts';

/** What went wrong and what to do, in words for the screen. */
export interface Problem {
  readonly message: string;
  readonly hint: string | null;
}

const isApiError = (error: unknown): error is TRPCClientError<AppRouter> => error instanceof TRPCClientError;

export function kindOf(error: unknown): string | null {
  return isApiError(error) ? (error.data?.refusal?.kind ?? null) : null;
}

export function codeOf(error: unknown): string | null {
  return isApiError(error) ? (error.data?.code ?? null) : null;
}

/** Whether the same question may be answered in a moment: nobody has refused it. */
export function mayPass(error: unknown): boolean {
  const code = codeOf(error);
  return code === null || code === 'SERVICE_UNAVAILABLE';
}

/**
 * A refusal with a code is said in the reader's language. Of another the server writes English: elsewhere the general
 * sentence comes first, and its own says the details.
 */
export function problemOf(error: unknown, words: StudioWords, language: string): Problem {
  if (!isApiError(error)) return { message: words.refusal.unforeseen, hint: null };
  // Without data nothing answered that speaks our language: the server is away. Or its database is.
  if (!error.data || error.data.code === 'SERVICE_UNAVAILABLE')
    return { message: words.refusal.offline, hint: words.refusal.offlineHint };
  const { refusal } = error.data;
  if (!refusal) return { message: words.refusal.unforeseen, hint: null };
  if (refusal.code) {
    const { code, given = null } = refusal;
    const { message, hint = null } = sayRefusal(words.refusals, { code, given });
    return { message, hint };
  }
  const own = [refusal.message, refusal.hint].filter(Boolean).join(' ');
  if (language === 'en') return { message: refusal.message, hint: refusal.hint ?? null };
  return { message: words.refusal[refusal.kind], hint: own };
}

/** Why a calendar or an account is not in step. Kinds that we do not know keep the server's sentence. */
export function failureOf(failure: Failure, words: StudioWords, language: string): Problem {
  const { kind, message, hint } = failure;
  if (language === 'en' || !isFailureKind(kind)) return { message, hint };
  return { message: words.failure[kind].message, hint: words.failure[kind].hint };
}

const FAILURE_KINDS = [
  ...(['bad-address', 'refused-address', 'unreachable', 'timeout', 'credentials', 'forbidden'] as const),
  ...(['not-found', 'wrong-service', 'malformed', 'too-large', 'throttled', 'server-error'] as const),
  ...(['cross-origin-redirect', 'held'] as const),
] as const;

function isFailureKind(kind: string): kind is (typeof FAILURE_KINDS)[number] {
  return FAILURE_KINDS.some((known) => known === kind);
}
