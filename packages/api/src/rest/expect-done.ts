import type { Outcome } from '@atelier/usecases/outcome';
import { refusalError } from './rest-error.ts';

/** The value of an outcome; a refusal ends the request. */
export function expectDone<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw refusalError(outcome.refusal);
}
