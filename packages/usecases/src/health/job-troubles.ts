import { type JobTrouble, listSetAside, retryTrouble } from '@atelier/database/jobs/job-trouble-store';
import { type Actor, isAdmin } from '../actor.ts';
import type { Context } from '../context.ts';
import { done, type Outcome, refused } from '../outcome.ts';

const SHOWN = 200;

/** What periodic work could not do, however often it was tried; for admins. */
export async function listJobTroubles(
  { database }: Pick<Context, 'database'>,
  actor: Actor,
): Promise<Outcome<readonly JobTrouble[]>> {
  if (!isAdmin(actor)) return refused('forbidden', 'Only admins see what could not be done.');
  return done(await listSetAside(database, SHOWN));
}

/** Tries it again now, rather than when its wait is over. */
export async function retryJobTrouble(
  { database, clock }: Pick<Context, 'database' | 'clock'>,
  actor: Actor,
  { job, item }: Pick<JobTrouble, 'job' | 'item'>,
): Promise<Outcome<null>> {
  if (!isAdmin(actor)) return refused('forbidden', 'Only admins try again what could not be done.');
  if (await retryTrouble(database, { job, item, now: clock() })) return done(null);
  return refused(
    'not-found',
    'There is nothing that waits under this name.',
    'It may have been done meanwhile.',
  );
}
