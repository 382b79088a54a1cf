import type { StepRefused } from '@atelier/booking/state/refuse-step';
import { type Outcome, refusedFor } from '../../outcome.ts';

/** A step that the life of a booking has no room for, as everybody is told of it. */
export function refusedStep(refused: StepRefused): Outcome<never> {
  if (refused.refusal === 'over') return refusedFor('conflict', 'step-over', { state: refused.state });
  return refusedFor('conflict', `step-${refused.refusal}`);
}
