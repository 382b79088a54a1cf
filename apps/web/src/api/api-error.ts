import type { AppRouter } from '@atelier/api/trpc/app-router';
import { TRPCClientError } from '@trpc/client';

export function isApiError(error: unknown): error is TRPCClientError<AppRouter> {
  return error instanceof TRPCClientError;
}

/** What kind of refusal it is. */
export function kindOf(error: unknown): string | null {
  return isApiError(error) ? (error.data?.refusal?.kind ?? null) : null;
}

/** What exactly was refused; null where nothing was, or without a code. */
export function refusalCodeOf(error: unknown): string | null {
  return isApiError(error) ? (error.data?.refusal?.code ?? null) : null;
}

/** tRPC's code; null where nothing answered that speaks our language. */
export function codeOf(error: unknown): string | null {
  return isApiError(error) ? (error.data?.code ?? null) : null;
}

/** Whether nobody answered, or nobody who can: the server is away, or its database is. */
export function isAway(error: unknown): boolean {
  const code = codeOf(error);
  return code === null || code === 'SERVICE_UNAVAILABLE';
}

/** The server has answered, and said no; anything else may or may not have arrived. */
export function isRefusal(error: unknown): boolean {
  const code = codeOf(error);
  return code !== null && !['INTERNAL_SERVER_ERROR', 'TIMEOUT', 'SERVICE_UNAVAILABLE'].includes(code);
}
