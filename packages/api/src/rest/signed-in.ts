import type { Actor } from '@atelier/usecases/actor';
import { codedRefusal } from '@atelier/words/refusals/coded-refusal';
import { RestError } from './rest-error.ts';

/** Whoever acts on an admin route. */
export function signedIn(actor: Actor | null): Actor {
  if (actor) return actor;
  throw new RestError('unauthorized', codedRefusal('needs-key'));
}
