import type { ProviderFailure } from './failure.ts';
import type { StepName, TestStep } from './gateway.ts';

const ORDER: readonly StepName[] = [
  'address',
  'reach',
  'sign-in',
  'account',
  'place',
  'calendars',
  'changes',
];

/** Collects the lines of a connection test. */
export interface StepLog {
  ok(step: StepName, message: string): void;
  warn(step: StepName, message: string, hint: string): void;
  /** The failed line, then the rest as skipped. */
  fail(step: StepName, failure: ProviderFailure): void;
  readonly steps: readonly TestStep[];
}

export function createStepLog(): StepLog {
  const steps: TestStep[] = [];
  return {
    steps,
    ok: (step, message) => void steps.push({ step, outcome: 'ok', message }),
    warn: (step, message, hint) => void steps.push({ step, outcome: 'warning', message, hint }),
    fail(step, { message, hint }) {
      steps.push({ step, outcome: 'failed', message, hint });
      for (const later of ORDER.slice(ORDER.indexOf(step) + 1)) {
        steps.push({ step: later, outcome: 'skipped', message: 'Not tried.' });
      }
    },
  };
}
