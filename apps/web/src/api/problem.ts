import type { AppRouter } from '@atelier/api/trpc/app-router';
import { refusalWords } from '@atelier/words/refusal-words';
import { TRPCClientError } from '@trpc/client';
import type { TFunction } from 'i18next';
import { languageOf } from '../i18n/language.ts';
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
export function problemOf(error: unknown, t: TFunction, language: string): Problem {
  if (!isApiError(error)) return { message: t('refusal.unforeseen'), hint: null };
  // Without data nothing answered that speaks our language: the server is away. Or its database is.
  if (!error.data || error.data.code === 'SERVICE_UNAVAILABLE')
    return { message: t('refusal.offline'), hint: t('refusal.offlineHint') };
  const { refusal } = error.data;
  if (!refusal) return { message: t('refusal.unforeseen'), hint: null };
  if (refusal.code) {
    const { code, given = null } = refusal;
    const { message, hint = null } = refusalWords(languageOf(language, []), { code, given });
    return { message, hint };
  }
  const own = [refusal.message, refusal.hint].filter(Boolean).join(' ');
  if (language === 'en') return { message: refusal.message, hint: refusal.hint ?? null };
  return { message: t(`refusal.${refusal.kind}`), hint: own };
}

/** Why a calendar or an account is not in step. Kinds that we do not know keep the server's sentence. */
export function failureOf(failure: Failure, t: TFunction, language: string): Problem {
  const { kind, message, hint } = failure;
  if (language === 'en' || !isFailureKind(kind)) return { message, hint };
  return { message: t(`failure.${kind}.message`), hint: t(`failure.${kind}.hint`) };
}

const FAILURE_KINDS = [
  ...(['bad-address', 'refused-address', 'unreachable', 'timeout', 'credentials', 'forbidden'] as const),
  ...(['not-found', 'not-caldav', 'malformed', 'too-large', 'throttled', 'server-error'] as const),
  ...(['cross-origin-redirect', 'held'] as const),
] as const;

function isFailureKind(kind: string): kind is (typeof FAILURE_KINDS)[number] {
  return FAILURE_KINDS.some((known) => known === kind);
}
