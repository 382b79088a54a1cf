import type { Guard } from '@atelier/usecases/abuse/guard';
import type { Limiter } from '@atelier/usecases/abuse/limiter';
import type { Actor } from '@atelier/usecases/actor';
import type { SlotBoards } from '@atelier/usecases/booking/live/slot-boards';
import type { ImageMaker } from '@atelier/usecases/image/image-maker';
import type { LiveContext } from '@atelier/usecases/live/watch-changes';
import type { PushService } from '@atelier/usecases/notify/push-service';
import { outOfReach } from '@atelier/usecases/out-of-reach';
import type { Outcome, Refusal } from '@atelier/usecases/outcome';
import type { FactorKeys } from '@atelier/usecases/people/sign-in/factor-keys';
import { initTRPC, TRPCError } from '@trpc/server';
import superjson from 'superjson';
import type { Charge } from './charge.ts';

/** What a request brings: who asks, and the services that answer. */
export interface ApiContext {
  readonly actor: Actor | null;
  /** The session that says so; null for strangers. */
  readonly sessionId: string | null;
  readonly services: ApiServices;
  /** Address of whoever asks, as far as trusted proxies tell it. */
  readonly ip: string;
  /** How many streams this connection may still open; null: any number. */
  readonly allowance: Allowance | null;
  /** Counts what is asked for against whoever asks. */
  readonly charge: Charge;
}

/** Room for streams. */
export interface Allowance {
  /** @returns what gives the room back; null when there is none. */
  take(): (() => void) | null;
}

export type ApiServices = LiveContext & {
  /** Null where limits are off. */
  readonly guard: Guard | null;
  readonly limiter: Limiter | null;
  /** Free times as everybody watches them. */
  readonly boards: SlotBoards;
  readonly images: ImageMaker;
  readonly push: PushService;
  readonly factorKeys: FactorKeys;
};

/** Travels inside TRPCError as its cause, so that the browser gets kind and hint beside the sentence. */
class RefusalError extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

const UNSAID: Readonly<Partial<Record<TRPCError['code'], string>>> = {
  INTERNAL_SERVER_ERROR: 'Something went wrong here; nothing was changed.',
  PARSE_ERROR: 'This cannot be read; nothing was changed.',
};

const t = initTRPC.context<ApiContext>().create({
  transformer: superjson,
  errorFormatter: ({ shape, error }) => ({
    ...shape,
    // What nobody foresaw is for the log, not for the screen.
    message: UNSAID[error.code] ?? shape.message,
    data: {
      code: shape.data.code,
      httpStatus: shape.data.httpStatus,
      path: shape.data.path,
      refusal: error.cause instanceof RefusalError ? error.cause.refusal : null,
    },
  }),
});

export const router = t.router;

/** The database is away: said as something that may be tried again, and never as "signed out". */
const answering = t.procedure.use(async ({ next }) => {
  const result = await next();
  if (!result.ok && outOfReach(result.error.cause)) throw unavailable(result.error.cause);
  return result;
});

export function unavailable(cause: unknown): TRPCError {
  const message = 'Nothing can be answered just now. Nothing was changed; try again in a moment.';
  return new TRPCError({ code: 'SERVICE_UNAVAILABLE', message, cause });
}

/** For anybody, also without signing in. */
export const openProcedure = answering.use(async ({ ctx, type, next }) => {
  unwrap(await ctx.charge(type));
  return next();
});

/** For people who are signed in. */
export const procedure = answering.use(async ({ ctx, type, next }) => {
  if (!ctx.actor) throw new TRPCError({ code: 'UNAUTHORIZED', message: 'Please sign in.' });
  unwrap(await ctx.charge(type));
  return next({ ctx: { actor: ctx.actor, services: ctx.services } });
});

const CODES = {
  invalid: 'BAD_REQUEST',
  forbidden: 'FORBIDDEN',
  'not-found': 'NOT_FOUND',
  conflict: 'CONFLICT',
  unverified: 'CONFLICT',
  mismatch: 'CONFLICT',
  'too-many': 'TOO_MANY_REQUESTS',
  provider: 'PRECONDITION_FAILED',
} as const;

/** The value of an outcome, or the refusal as the transport says it. */
export function unwrap<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  const { kind, message } = outcome.refusal;
  throw new TRPCError({ code: CODES[kind], message, cause: new RefusalError(outcome.refusal) });
}
