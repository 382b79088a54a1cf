import { type Outcome, refusedFor } from '../outcome.ts';
import type { ImageProblem } from './image-maker.ts';

export function imageRefusal(problem: ImageProblem): Outcome<never> {
  return refusedFor('invalid', `picture-${problem}`);
}
