/**
 * The SQLSTATE of what PostgreSQL refused, whether plain SQL or Prisma met it; otherwise the code that the socket, the
 * file system or Prisma gave.
 */
export function errorCode(error: unknown): string | null {
  const below = belowPrisma(error);
  if (below !== null) return below.code;
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

/** What PostgreSQL said, without the frame of code that Prisma puts around it: `message` and `code` as plain SQL has them. */
export function plainError(error: unknown): unknown {
  const below = belowPrisma(error);
  if (below === null) return error;
  return Object.assign(new Error(below.message, { cause: error }), { code: below.code });
}

/** Prisma has codes of its own for a few SQLSTATEs; what it was given itself stands in `meta` of its error. */
function belowPrisma(error: unknown): { readonly code: string; readonly message: string } | null {
  const meta = fieldOf(error, 'meta');
  const cause = fieldOf(fieldOf(meta, 'driverAdapterError'), 'cause');
  const [code, message] = [fieldOf(cause, 'originalCode'), fieldOf(cause, 'originalMessage')];
  return typeof code === 'string' && typeof message === 'string' ? { code, message } : null;
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
