import { openServices, type Services } from '@atelier/runtime/services';
import type { Sandbox } from '@atelier/testkit/sandbox/sandbox';
import { OPERATOR } from '@atelier/usecases/actor';
import { calendarOverview } from '@atelier/usecases/calendars/calendar-overview';
import { addThirdArtist } from './third-artist.ts';
import { askForThings } from './waiting-clients.ts';
import type { WaitingDemo } from './waiting-demo.ts';
import { holdRemovals, leaveOddTexts, provokeConflicts, refuseWrites } from './waiting-events.ts';

/**
 * Makes a demo studio in which something of every kind waits: with a third artist, clients who ask, and a calendar server
 * that loses, changes and refuses things. Each comes about as it does in life, by a run of the true engine.
 */
export async function fillWaiting(services: Services, sandbox: Sandbox, password: string): Promise<void> {
  const { config, context } = services;
  await using own = await openServices({ ...config, databaseUrl: context.database.url }, 'demo');
  const demo = { services: own, sandbox };
  await addThirdArtist(demo, password);
  await runAll(own);
  await provokeConflicts(demo);
  await refuseWrites(demo);
  await holdRemovals(demo);
  leaveOddTexts(demo);
  endSignIn(demo);
  await runAll(own);
  await askForThings(own);
}

/** From now on the archive's password is refused. */
function endSignIn({ sandbox }: WaitingDemo): void {
  sandbox.faults.add({
    match: ({ target }) => 'user' in target && target.user === 'archive',
    effect: { kind: 'status', status: 401 },
    occurs: 'always',
  });
}

async function runAll({ context }: Services): Promise<void> {
  const calendars = await calendarOverview(context, OPERATOR);
  const followed = calendars.filter(({ connectionId, enabled }) => connectionId !== null && enabled);
  await context.engine.runNow(
    followed.map(({ id }) => id),
    { full: false },
  );
}
