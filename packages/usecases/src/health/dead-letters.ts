import type { DeadLetter } from '@atelier/database/jobs/job-queue';
import { jobSubjects } from '@atelier/database/jobs/job-subjects';
import { transact } from '@atelier/database/transaction';
import { type Actor, isAdmin } from '../actor.ts';
import type { Context } from '../context.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';

export interface NamedDeadLetter extends DeadLetter {
  /** Whose booking, which mail, which calendar; null where that is gone, or it was about nothing in particular. */
  readonly about: string | null;
}

/** Work that was given up, however often it was tried, the oldest first. */
export async function allDeadLetters({
  database,
}: Pick<Context, 'database'>): Promise<readonly NamedDeadLetter[]> {
  const letters = await database.jobs.deadLetters();
  const subjects = await jobSubjects(
    database,
    letters.flatMap(({ item }) => item ?? []),
  );
  return letters.map((letter) => ({ ...letter, about: subjects.get(letter.item ?? '') ?? null }));
}

/** For admins. */
export async function listDeadLetters(
  context: Pick<Context, 'database'>,
  actor: Actor,
): Promise<Outcome<readonly NamedDeadLetter[]>> {
  if (!isAdmin(actor)) return refusedFor('forbidden', 'admins-only');
  return done(await allDeadLetters(context));
}

/** Tries it again now, as often as at first. */
export async function retryDeadLetter(
  { database }: Pick<Context, 'database'>,
  actor: Actor,
  id: string,
): Promise<Outcome<null>> {
  if (!isAdmin(actor)) return refusedFor('forbidden', 'admins-only');
  if (await database.jobs.retry(id)) {
    await transact(database, async (transaction) => transaction.announce({ topic: 'jobs' }));
    return done(null);
  }
  return refusedFor('not-found', 'no-set-aside');
}
