import type { Actor } from '@atelier/usecases/actor';
import type { Outcome, Refusal } from '@atelier/usecases/outcome';
import type { LiveContext } from '@atelier/usecases/watch-changes';
import { initTRPC, TRPCError } from '@trpc/server';
import superjson from 'superjson';

/** What a request brings: who asks, and the services that answer. */
export interface ApiContext {
  readonly actor: Actor | null;
  readonly services: ApiServices;
  /** Address of whoever asks, as far as trusted proxies tell it. */
  readonly ip: string;
}

export type ApiServices = LiveContext & {
  /** Where this installation is reached, for links in mails; null when it is not known. */
  readonly publicUrl: string | null;
};

/** Travels inside TRPCError as its cause, so that the browser gets kind and hint beside the sentence. */
class RefusalError extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

const t = initTRPC.context<ApiContext>().create({
  transformer: superjson,
  errorFormatter: ({ shape, error }) => ({
    ...shape,
    // What nobody foresaw is for the log, not for the screen.
    message:
      error.code === 'INTERNAL_SERVER_ERROR'
        ? 'Something went wrong here; nothing was changed.'
        : shape.message,
    data: {
      code: shape.data.code,
      httpStatus: shape.data.httpStatus,
      path: shape.data.path,
      refusal: error.cause instanceof RefusalError ? error.cause.refusal : null,
    },
  }),
});

export const router = t.router;

/** For anybody, also without signing in. */
export const openProcedure = t.procedure;

/** For people who are signed in. */
export const procedure = t.procedure.use(({ ctx, next }) => {
  if (!ctx.actor) throw new TRPCError({ code: 'UNAUTHORIZED', message: 'Please sign in.' });
  return next({ ctx: { actor: ctx.actor, services: ctx.services } });
});

const CODES = {
  invalid: 'BAD_REQUEST',
  forbidden: 'FORBIDDEN',
  'not-found': 'NOT_FOUND',
  conflict: 'CONFLICT',
  provider: 'PRECONDITION_FAILED',
} as const;

/** The value of an outcome, or the refusal as the transport says it. */
export function unwrap<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  const { kind, message } = outcome.refusal;
  throw new TRPCError({ code: CODES[kind], message, cause: new RefusalError(outcome.refusal) });
}
