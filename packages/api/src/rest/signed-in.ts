import type { Actor } from '@atelier/usecases/actor';
import { RestError } from './rest-error.ts';

/** Whoever acts on an admin route. */
export function signedIn(actor: Actor | null): Actor {
  if (actor) return actor;
  throw new RestError('unauthorized', 'This needs a key, or somebody who is signed in.', {
    hint: 'Send the header “Authorization: Bearer KEY”. `atelier api-key create` makes a key.',
  });
}
