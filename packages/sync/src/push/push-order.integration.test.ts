import { both, onCalendar, onMethod } from '@atelier/testkit/sandbox/faults/fault-match';
import { beforeEach, describe, expect, it } from 'vitest';
import { createSyncEngine } from '../run/engine.ts';
import { type LocalActor, localActor } from '../testing/local-actor.ts';
import { appointment, openSyncWorld, type SyncWorld } from '../testing/sync-world.ts';

let world: SyncWorld;
let ann: LocalActor;
let work: string;

beforeEach(async () => {
  world = await openSyncWorld();
  ann = localActor(world);
  work = await world.calendar('work');
  await world.sync(work);
  return () => world[Symbol.asyncDispose]();
});

const puts = () => world.sandbox.requests.filter(({ method }) => method === 'PUT');
const waiting = () => world.database.query('SELECT state FROM outbox');
const uids = (uri = 'work') =>
  [...world.sandbox.objects('ann', uri).values()].map(({ body }) => /^UID:(.*)\r$/m.exec(body)?.[1]).sort();
/** One write at a time, so that their order can be seen. */
const patient = () =>
  createSyncEngine({ ...world.services, atATime: { ...world.services.atATime, writes: 1 } });

describe('what waits to be written', () => {
  it('S2: is sent in the order in which it was written', async () => {
    const ids: string[] = [];
    for (const uid of ['first', 'second', 'third', 'fourth']) {
      world.at = new Date(world.at.getTime() + 1_000);
      ids.push(await ann.add(work, appointment(uid)));
    }
    await patient().runNow([work], { full: false });
    expect(puts().map(({ path }) => path.split('/').at(-1))).toEqual(ids.map((id) => `${id}.ics`));
  });

  it('S10: goes on when the server stumbles over one of it', async () => {
    await ann.add(work, appointment('poison'));
    await ann.add(work, appointment('well'));
    world.sandbox.faults.add({
      match: ({ body }) => body.includes('UID:poison'),
      effect: { kind: 'status', status: 500 },
      occurs: 'always',
    });
    const [report] = await world.sync(work);
    expect(report).toMatchObject({ pushed: { created: 1 } });
    expect(report?.error).toBeUndefined();
    expect(uids()).toEqual(['well']);
    expect(await waiting()).toEqual([{ state: 'WAITING' }]);
  });

  it('S9: is not thrown at a server that fails one write after the other', async () => {
    for (let n = 0; n < 10; n += 1) await ann.add(work, appointment(`new-${n}`));
    world.sandbox.faults.add({
      match: onMethod('PUT'),
      effect: { kind: 'status', status: 502 },
      occurs: 'always',
    });
    await patient().runDue([], () => undefined);
    expect(puts()).toHaveLength(3);
    expect(await waiting()).toHaveLength(10);
  });

  it('S10: is sent at once when it was refused and has been corrected since', async () => {
    await ann.add(work, appointment('refused'));
    world.sandbox.faults.add({ match: onMethod('PUT'), effect: { kind: 'status', status: 400 } });
    await world.sync(work);
    expect(await waiting()).toEqual([{ state: 'PARKED' }]);
    await ann.edit(work, 'refused', (source) => source.replace('SUMMARY:refused', 'SUMMARY:corrected'));
    await world.engine.runDue([], () => undefined);
    expect(uids()).toEqual(['refused']);
    expect(await waiting()).toEqual([]);
  });

  it('S12: is left waiting by a dry run', async () => {
    await ann.add(work, appointment('new'));
    await world.engine.audit([work], { dryRun: true });
    expect(puts()).toEqual([]);
    expect(await waiting()).toEqual([{ state: 'WAITING' }]);
  });
});

it('S3 case 32: the old place of a move stays until the event stands at its new one', async () => {
  const home = await world.calendar('home');
  world.sandbox.put('ann', 'work', 'one.ics', appointment('one'));
  await world.sync(work);
  world.sandbox.faults.add({ effect: { kind: 'without', features: ['move'] }, occurs: 'always' });
  const mend = world.sandbox.faults.add({
    match: both(onMethod('PUT'), onCalendar('home')),
    effect: { kind: 'status', status: 500 },
    occurs: 'always',
  });
  await ann.move(work, 'one', home);
  await ann.add(work, appointment('another'));
  await world.engine.runNow([work, home], { full: false });
  expect([uids('work'), uids('home')]).toEqual([['another', 'one'], []]);
  mend();
  await world.engine.runNow([work, home], { full: false });
  expect([uids('work'), uids('home')]).toEqual([['another'], ['one']]);
});
