import {
  endSessions,
  lockPerson,
  passwordHashOf,
  setPasswordHash,
} from '@atelier/database/people/person-store';
import { transact } from '@atelier/database/transaction';
import { tooOften } from '../../abuse/within-limit.ts';
import { type Actor, isPerson } from '../../actor.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import type { PeopleContext } from '../change-person.ts';
import { readNewPassword } from '../read-person.ts';
import { beginTry, endTry, type TryContext } from './try-password.ts';

export interface ChangePassword {
  readonly current: string;
  readonly next: string;
  /** The session that stays; all others of this person end. */
  readonly sessionId: string | null;
}

/** Of whoever knows the present one; guesses of it are counted as those at the door are. */
export async function changePassword(
  context: PeopleContext & TryContext,
  actor: Actor,
  { current, next, sessionId }: ChangePassword,
): Promise<Outcome<null>> {
  if (!isPerson(actor)) return refusedFor('forbidden', 'people-only');
  const chosen = readNewPassword(next);
  if (!chosen.ok) return chosen;
  const attempt = { email: actor.email, device: null };
  const wait = await beginTry(context, attempt);
  if (wait !== null) return { ok: false, refusal: tooOften(wait) };
  const hash = await context.passwords.hash(chosen.value);
  const changed = await transact(context.database, async (transaction) => {
    // Locked before it is compared: of a reset and a change at once, the reset holds.
    const person = await lockPerson(transaction, actor.userId);
    const present = person && (await passwordHashOf(transaction, person.id));
    if (present === null || !(await context.passwords.verify(present, current)))
      return refusedFor('invalid', 'wrong-password');
    await setPasswordHash(transaction, actor.userId, hash, context.clock());
    await endSessions(transaction, actor.userId, sessionId);
    return done(null);
  });
  if (changed.ok) await endTry(context, attempt);
  return changed;
}
