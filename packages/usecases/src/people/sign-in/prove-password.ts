import { passwordHashFor } from '@atelier/database/people/user-store';
import { tooOften } from '../../abuse/within-limit.ts';
import { type Actor, isPerson } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { beginTry, endTry, type TryContext } from './try-password.ts';

export type ProveContext = TryContext & Pick<Context, 'passwords'>;

/** That it is the person, not somebody at their open page; guesses are counted as those at the door are. */
export async function provePassword(
  context: ProveContext,
  actor: Actor,
  password: string,
): Promise<Outcome<null>> {
  if (!isPerson(actor)) return refusedFor('forbidden', 'people-only');
  const attempt = { email: actor.email, device: null };
  const wait = await beginTry(context, attempt);
  if (wait !== null) return { ok: false, refusal: tooOften(wait) };
  const hash = await passwordHashFor(context.database, actor.email);
  if (hash === null || !(await context.passwords.verify(hash, password)))
    return refusedFor('invalid', 'wrong-password');
  await endTry(context, attempt);
  return done(null);
}
