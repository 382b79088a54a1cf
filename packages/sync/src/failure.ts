import { type FailureKind, ProviderFailure } from '@atelier/providers/port/failure';
import type { RunError } from './run-report.ts';

/** What a failure means for the runs that follow; one table, acted on in one place. */
export interface FailureRule {
  /** Whether it concerns the account or only the calendar that was asked. */
  readonly scope: 'account' | 'calendar';
  /** Nothing is asked again until a person has done something. */
  readonly stop: boolean;
}

const RULES: Readonly<Record<FailureKind, FailureRule>> = {
  'bad-address': { scope: 'account', stop: false },
  'refused-address': { scope: 'account', stop: false },
  unreachable: { scope: 'account', stop: false },
  credentials: { scope: 'account', stop: true },
  'signed-out': { scope: 'account', stop: true },
  registration: { scope: 'account', stop: false },
  throttled: { scope: 'account', stop: false },
  'cross-origin-redirect': { scope: 'account', stop: false },
  timeout: { scope: 'calendar', stop: false },
  forbidden: { scope: 'calendar', stop: false },
  'not-found': { scope: 'calendar', stop: false },
  'wrong-service': { scope: 'calendar', stop: false },
  malformed: { scope: 'calendar', stop: false },
  'too-large': { scope: 'calendar', stop: false },
  'server-error': { scope: 'calendar', stop: false },
};

export interface ClassifiedFailure extends RunError {
  readonly rule: FailureRule;
  readonly retryAfterMs: number | null;
}

/** Turns whatever was thrown into something to store, show and act on. Secrets and stacks stay out. */
export function classifyFailure(error: unknown): ClassifiedFailure {
  if (error instanceof ProviderFailure) {
    const { kind, message, hint, retryAfterMs } = error;
    return { kind, message, hint, retryAfterMs, rule: RULES[kind] };
  }
  return {
    kind: 'internal',
    message: 'Atelier could not finish this run; what was there before is unchanged.',
    hint: 'It tries again by itself. The server log says more.',
    retryAfterMs: null,
    rule: { scope: 'calendar', stop: false },
  };
}

const HELD_REASONS = {
  'not-a-calendar': 'The address answers, but is no calendar any more.',
  emptied: 'The server says that the calendar is empty.',
  all: 'The server has a calendar at this address of which nothing was known before; all that was known is gone.',
  many: 'The server says that a large part of the calendar is gone.',
  bookings: 'The server says that appointments of several clients are gone; that would cancel them.',
} as const;

export function heldError(reason: keyof typeof HELD_REASONS, count: number): RunError {
  return {
    kind: 'held',
    message: `${HELD_REASONS[reason]} ${count} ${count === 1 ? 'event was' : 'events were'} kept and nothing was deleted.`,
    hint:
      reason === 'bookings'
        ? 'If they were deleted on purpose, approve it: the clients are then told. If they come back by themselves, nothing needs to be done.'
        : 'If they were deleted on purpose, approve it. If they come back by themselves, nothing needs to be done.',
  };
}
