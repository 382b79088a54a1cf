/**
 * The SQLSTATE of what PostgreSQL refused, whether plain SQL or Prisma met it; otherwise the code that the socket, the
 * file system or Prisma gave.
 */
export function errorCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null;
  return codeBelowPrisma(error) ?? ('code' in error && typeof error.code === 'string' ? error.code : null);
}

/** Prisma has codes of its own for a few SQLSTATEs; the one it was given stands in `meta` of its error. */
function codeBelowPrisma(error: object): string | null {
  if (!('meta' in error) || typeof error.meta !== 'object' || error.meta === null) return null;
  const failure = 'driverAdapterError' in error.meta ? error.meta.driverAdapterError : null;
  const cause = failure instanceof Error ? failure.cause : null;
  if (typeof cause !== 'object' || cause === null || !('originalCode' in cause)) return null;
  return typeof cause.originalCode === 'string' ? cause.originalCode : null;
}
