import { createSyncEngine } from '@atelier/sync/run/engine';
import { localActor } from '@atelier/sync/testing/local-actor';
import { appointment, fill, openSyncWorld, type SyncWorld } from '@atelier/sync/testing/sync-world';
import { onBody } from '@atelier/testkit/sandbox/faults/fault-match';
import { describe, expect, it } from 'vitest';
import { KillSwitch } from './kill-switch.ts';

const LONG = { timeout: 240_000 };

/**
 * Runs these calendars with a worker that is killed when a step has taken place and nobody learns of it, which is before
 * the next one. Says whether it came that far.
 */
async function runKilled(world: SyncWorld, ids: readonly string[], at: number): Promise<boolean> {
  const kill = new KillSwitch(at, true);
  const engine = createSyncEngine({
    ...world.services,
    database: kill.database(world.database),
    openAccount: async (connection) => kill.provider(await world.services.openAccount(connection)),
  });
  try {
    await engine.runNow(ids, { full: false });
  } catch (error) {
    if (!(error instanceof Error && error.name === 'Killed')) throw error;
  }
  // The lease of a dead worker runs out.
  world.at = new Date(world.at.getTime() + 61_000);
  return kill.killed;
}

/** Has `live` done once for each step there is, with the worker killed there; returns how many there were. */
async function atEveryStep(live: (at: number) => Promise<boolean>): Promise<number> {
  let at = 1;
  while (await live(at)) at += 1;
  return at - 1;
}

describe('S4 S1 case 10: the version of a calendar is kept when all of it is here, wherever a worker is killed', () => {
  it('without sync-collection', LONG, async () => {
    await using world = await openSyncWorld();
    const { sandbox } = world;
    sandbox.faults.add({ effect: { kind: 'without', features: ['sync-collection'] }, occurs: 'always' });
    // Without the look ahead at this month, which would bring all at once.
    sandbox.faults.add({
      match: onBody('calendar-query'),
      effect: { kind: 'status', status: 501 },
      occurs: 'always',
    });
    const isWhole = async (id: string, uri: string) => {
      const { remoteVersion } = await world.database.prisma.calendar.findUniqueOrThrow({ where: { id } });
      const mirror = [...(await world.mirror(id))];
      return {
        version: remoteVersion,
        equal: JSON.stringify(mirror) === JSON.stringify([...world.remote(uri)]),
      };
    };
    const steps = await atEveryStep(async (at) => {
      const uri = `c${at}`;
      const id = await world.calendar(uri);
      await world.database.query(`UPDATE calendar SET capabilities = '{"syncCollection":false,"ctag":true}'`);
      fill(world, uri, 130);
      const died = await runKilled(world, [id], at);
      const first = await isWhole(id, uri);
      expect(first.version === null || first.equal, `killed at step ${at} of the first pull`).toBe(true);
      await world.sync(id);
      const whole = await isWhole(id, uri);
      expect(whole).toEqual({ version: expect.any(String), equal: true });

      sandbox.put('ann', uri, 'a3.ics', appointment('uid-3', 20, 'changed'));
      sandbox.put('ann', uri, 'new.ics', appointment('new'));
      sandbox.remove('ann', uri, 'a7.ics');
      const diedAgain = await runKilled(world, [id], at);
      const next = await isWhole(id, uri);
      expect(next.version === whole.version || next.equal, `killed at step ${at} of the next one`).toBe(true);
      await world.sync(id);
      expect((await isWhole(id, uri)).equal).toBe(true);
      await world.database.query('DELETE FROM calendar');
      sandbox.removeCalendar('ann', uri);
      return died || diedAgain;
    });
    expect(steps).toBeGreaterThan(10);
  });
});

describe('S2 S3 case 32: a move leaves exactly one, wherever a worker is killed', () => {
  it.each([
    ['by MOVE', true],
    ['by a copy', false],
  ])('%s', LONG, async (_, canMove) => {
    await using world = await openSyncWorld();
    const { sandbox } = world;
    if (!canMove) sandbox.faults.add({ effect: { kind: 'without', features: ['move'] }, occurs: 'always' });
    const steps = await atEveryStep(async (at) => {
      const [work, home] = [await world.calendar(`work${at}`), await world.calendar(`home${at}`)];
      sandbox.put('ann', `work${at}`, 'a.ics', appointment('one', 12, 'One'));
      await world.sync(work);
      await localActor(world).move(work, 'one', home);
      const remote = () => [`work${at}`, `home${at}`].map((uri) => sandbox.objects('ann', uri).size);
      const local = () =>
        world.database.query<{ calendar: string }>(
          `SELECT calendar_id AS calendar FROM calendar_object WHERE uid = 'one'`,
        );

      const died = await runKilled(world, [work, home], at);
      expect(Math.max(...remote()), `killed at step ${at}`).toBe(1);
      expect(await local(), `killed at step ${at}`).toEqual([{ calendar: home }]);

      for (let round = 0; round < 2; round += 1)
        await world.engine.runNow([work, home], { full: round === 1 });
      expect(remote(), `after step ${at}`).toEqual([0, 1]);
      expect(await local(), `after step ${at}`).toEqual([{ calendar: home }]);
      expect(await world.database.query('SELECT 1 FROM outbox')).toEqual([]);
      expect(await world.database.query('SELECT 1 FROM conflict')).toEqual([]);
      expect([...sandbox.objects('ann', `home${at}`).values()][0]?.body).toBe(appointment('one', 12, 'One'));
      await world.database.query('DELETE FROM calendar');
      for (const uri of sandbox.calendars('ann')) sandbox.removeCalendar('ann', uri);
      return died;
    });
    expect(steps).toBeGreaterThan(10);
  });
});
