import { onMethod } from '@atelier/testkit/sandbox/faults/fault-match';
import { beforeEach, describe, expect, it } from 'vitest';
import { type LocalActor, localActor } from '../testing/local-actor.ts';
import { appointment, openSyncWorld, type SyncWorld } from '../testing/sync-world.ts';

let world: SyncWorld;
let ann: LocalActor;
let work: string;

beforeEach(async () => {
  world = await openSyncWorld();
  ann = localActor(world);
  work = await world.calendar('work');
  return () => world[Symbol.asyncDispose]();
});

const titled = (title: string) => (source: string) =>
  source.replace(/^SUMMARY:.*$/m, `SUMMARY:${title}\r`.trimEnd());
const placed = (place: string) => (source: string) => source.replace(/^UID:/m, `LOCATION:${place}\r\nUID:`);
const bodies = (uri = 'work') => [...world.sandbox.objects('ann', uri).values()].map(({ body }) => body);
const only = (uri = 'work') => bodies(uri)[0] ?? '';
const sync = async (id = work) => (await world.sync(id))[0];
const writes = () =>
  world.sandbox.requests.filter(({ method }) => ['PUT', 'DELETE', 'MOVE'].includes(method));
const waiting = () =>
  world.database.query<{ operation: string; state: string; why: string | null }>(
    'SELECT operation, state, failure_message AS why FROM outbox ORDER BY created_at',
  );
const conflicts = () =>
  world.database.query<{
    kind: string;
    groups: string[];
    outcome: string | null;
    mine: string;
    theirs: string;
  }>(`SELECT kind, groups, outcome, mine_source AS mine, theirs_source AS theirs FROM conflict`);
const localTitles = async (id = work) =>
  (
    await world.database.query<{ title: string }>(
      `SELECT components -> 0 ->> 'summary' AS title FROM calendar_object WHERE calendar_id = $1 ORDER BY 1`,
      [id],
    )
  ).map(({ title }) => title);
const policy = (to: string) =>
  world.database.query('UPDATE calendar SET on_conflict = $1::"ConflictPolicy"', [to]);

/** An appointment that both sides have. */
async function shared(uid = 'uid-1'): Promise<string> {
  world.sandbox.put('ann', 'work', `${uid}.ics`, appointment(uid));
  await sync();
  world.sandbox.clearRequests();
  return uid;
}

describe('creating', () => {
  it('S2 S6: stores a new event byte for byte, under a fresh name, only where there is none', async () => {
    const text = appointment('new');
    await ann.add(work, text);
    expect(await sync()).toMatchObject({ pushed: { created: 1, updated: 0, removed: 0 } });
    expect(only()).toBe(text);
    expect(writes()).toMatchObject([{ method: 'PUT', ifNoneMatch: '*', ifMatch: null }]);
    expect(await waiting()).toEqual([]);
  });

  it('S3 case 24: a create whose answer was lost is recognised, and made once', async () => {
    await ann.add(work, appointment('new'));
    world.sandbox.faults.add({ match: onMethod('PUT'), effect: { kind: 'reset', at: 'answer' } });
    world.sandbox.faults.add({ match: onMethod('GET'), effect: { kind: 'reset', at: 'before' }, occurs: 2 });
    await sync();
    world.at = new Date(world.at.getTime() + 3_600_000);
    await sync();
    expect(bodies()).toHaveLength(1);
    expect(await waiting()).toEqual([]);
    expect(await conflicts()).toEqual([]);
  });

  it('S5 case 27: a server that rewrites and names no version converges at once, without an echo', async () => {
    world.sandbox.faults.add({ effect: { kind: 'put-rewritten', etag: 'absent' }, occurs: 'always' });
    await ann.add(work, appointment('new'));
    await sync();
    world.sandbox.clearRequests();
    const ticks = () => world.database.query('SELECT tick FROM change');
    const before = await ticks();
    await sync();
    expect(writes()).toEqual([]);
    expect(await ticks()).toEqual(before);
    const [row] = await world.database.query<{ source: string }>('SELECT source FROM calendar_object');
    expect(row?.source).toBe(only());
  });

  it('S2 S3: an address that somebody else’s event has taken is left to it', async () => {
    const id = await ann.add(work, appointment('new'));
    world.sandbox.put('ann', 'work', `${id}.ics`, appointment('other'));
    await sync();
    expect(
      bodies()
        .map((body) => /^UID:(.*)\r$/m.exec(body)?.[1])
        .sort(),
    ).toEqual(['new', 'other']);
    expect(await localTitles()).toEqual(['new', 'other']);
    expect(await waiting()).toEqual([]);
  });

  it('S2 S3: nor does it lose the event that waits for it when a pull sees that first', async () => {
    const id = await ann.add(work, appointment('new'));
    const locked = { kind: 'status', status: 423 } as const;
    const mend = world.sandbox.faults.add({ match: onMethod('PUT'), effect: locked, occurs: 'always' });
    world.sandbox.put('ann', 'work', `${id}.ics`, appointment('other'));
    await sync();
    expect(await localTitles()).toEqual(['new', 'other']);
    mend();
    await sync();
    expect(bodies()).toHaveLength(2);
    expect(await waiting()).toEqual([]);
  });

  it('S3 case 30 31: a UID that is taken out of sight goes on under another one', async () => {
    world.sandbox.faults.add({
      match: onMethod('PUT'),
      effect: { kind: 'status', status: 409, error: '<cal:no-uid-conflict/>' },
    });
    await ann.add(work, appointment('new'));
    await sync();
    expect(bodies()).toHaveLength(1);
    expect(only()).not.toContain('UID:new');
    expect(await localTitles()).toEqual(['new']);
  });
});

describe('editing', () => {
  it('S2 S6: sends the edit on condition of the version that it was made from', async () => {
    await shared();
    const etag = [...world.sandbox.objects('ann', 'work').values()][0]?.etag;
    await ann.edit(work, 'uid-1', titled('Sleeve'));
    expect(await sync()).toMatchObject({ pushed: { updated: 1 } });
    expect(writes()).toMatchObject([{ method: 'PUT', ifMatch: etag }]);
    expect(only()).toBe(titled('Sleeve')(appointment('uid-1')));
  });

  it('S15: says how many requests it took, each counted once', async () => {
    await shared();
    await ann.edit(work, 'uid-1', titled('Dragon'));
    expect(await sync()).toMatchObject({ requests: world.sandbox.requests.length });
  });

  it('S2: edits of one object join into one write', async () => {
    await shared();
    await ann.edit(work, 'uid-1', titled('One'));
    await ann.edit(work, 'uid-1', titled('Two'));
    await sync();
    expect(writes()).toHaveLength(1);
    expect(only()).toContain('SUMMARY:Two');
  });

  it('S2 case 25: edits of different fields on both sides are merged', async () => {
    await shared();
    world.sandbox.put('ann', 'work', 'uid-1.ics', placed('Chair 2')(appointment('uid-1')));
    await ann.edit(work, 'uid-1', titled('Sleeve'));
    await sync();
    expect(only()).toContain('LOCATION:Chair 2');
    expect(only()).toContain('SUMMARY:Sleeve');
    expect(await conflicts()).toEqual([]);
    expect(await waiting()).toEqual([]);
  });

  it.each([
    ['REMOTE', 'Phone', 'THEIRS'],
    ['LOCAL', 'Studio', 'MINE'],
    ['ASK', 'Phone', null],
  ])(
    'S2 case 25: of one field changed on both sides, policy %s leaves %s and keeps both versions',
    async (rule, title, outcome) => {
      await shared();
      await policy(rule);
      world.sandbox.put('ann', 'work', 'uid-1.ics', titled('Phone')(appointment('uid-1')));
      await ann.edit(work, 'uid-1', titled('Studio'));
      expect(await sync()).toMatchObject({ conflicts: 1 });
      expect(only()).toContain(`SUMMARY:${title}`);
      expect(await localTitles()).toEqual([title]);
      expect(await conflicts()).toMatchObject([
        {
          kind: 'BOTH_EDITED',
          groups: ['title'],
          outcome,
          mine: expect.stringContaining('SUMMARY:Studio'),
          theirs: expect.stringContaining('SUMMARY:Phone'),
        },
      ]);
      expect(await waiting()).toEqual([]);
    },
  );

  it('S2: an edit that a pull finds in the way is merged there, and sent', async () => {
    await shared();
    await ann.edit(work, 'uid-1', titled('Sleeve'));
    world.sandbox.faults.add({ match: onMethod('PUT'), effect: { kind: 'status', status: 500 } });
    world.sandbox.put('ann', 'work', 'uid-1.ics', placed('Chair 2')(appointment('uid-1')));
    await sync();
    expect(only()).toContain('LOCATION:Chair 2');
    expect(only()).toContain('SUMMARY:Sleeve');
    expect(await waiting()).toEqual([]);
  });

  it('S2 case 28: a stale etag is tried again, and not for ever', async () => {
    await shared();
    await ann.edit(work, 'uid-1', titled('Sleeve'));
    world.sandbox.faults.add({ match: onMethod('PUT'), effect: { kind: 'status', status: 412 } });
    await sync();
    expect(only()).toContain('SUMMARY:Sleeve');
    await ann.edit(work, 'uid-1', titled('Back'));
    world.sandbox.clearRequests();
    world.sandbox.faults.add({
      match: onMethod('PUT'),
      effect: { kind: 'status', status: 412 },
      occurs: 'always',
    });
    await sync();
    expect(writes().length).toBeLessThan(12);
    expect(await waiting()).toMatchObject([
      { state: 'WAITING', why: expect.stringContaining('again and again') },
    ]);
  });
});

describe('refusals', () => {
  it.each([
    [400, '', 'refuses this event'],
    [403, '<cal:max-instances/>', 'repeated too often'],
    [413, '', 'of this size'],
  ])(
    'S10 case 29: %i %s sets one event aside with its reason, and the rest goes on',
    async (status, error, why) => {
      await ann.add(work, appointment('poison'));
      await ann.add(work, appointment('well'));
      const isPoison = ({ body }: { body: Buffer }) => body.includes('UID:poison');
      world.sandbox.faults.add({
        match: isPoison,
        effect: { kind: 'status', status, error },
        occurs: 'always',
      });
      await sync();
      expect(bodies()).toHaveLength(1);
      expect(await waiting()).toMatchObject([{ state: 'PARKED', why: expect.stringContaining(why) }]);
      expect(await localTitles()).toEqual(['poison', 'well']);
    },
  );

  it('S2 case 33: what a calendar that is read-only refuses stays here, and is said to wait', async () => {
    await shared();
    await ann.edit(work, 'uid-1', titled('Sleeve'));
    world.sandbox.faults.add({
      match: onMethod('PUT'),
      effect: { kind: 'status', status: 403, error: '<d:need-privileges/>' },
      occurs: 'always',
    });
    await sync();
    expect(await localTitles()).toEqual(['Sleeve']);
    expect(await waiting()).toMatchObject([{ state: 'PARKED', why: expect.stringContaining('write') }]);
    world.sandbox.faults.clear();
    await sync();
    expect(only()).toContain('SUMMARY:Sleeve');
  });

  it('S9: 423 and 507 wait and are tried again; 401 stops the account with the edit kept', async () => {
    await shared();
    await ann.edit(work, 'uid-1', titled('Sleeve'));
    world.sandbox.faults.add({ match: onMethod('PUT'), effect: { kind: 'status', status: 423 } });
    await sync();
    expect(await waiting()).toMatchObject([{ state: 'WAITING' }]);
    world.sandbox.faults.add({
      match: onMethod('PUT'),
      effect: { kind: 'status', status: 401 },
      occurs: 'always',
    });
    expect(await sync()).toMatchObject({ error: { kind: 'credentials' } });
    world.sandbox.clearRequests();
    await sync();
    expect(world.sandbox.requests).toEqual([]);
    expect(await localTitles()).toEqual(['Sleeve']);
    expect(await waiting()).toHaveLength(1);
  });
});

describe('deleting', () => {
  it('S2 S7: deletes at the provider on condition of the version, without telling any guest', async () => {
    await shared();
    await ann.remove(work, 'uid-1');
    expect(await sync()).toMatchObject({ pushed: { removed: 1 } });
    expect(bodies()).toEqual([]);
    expect(writes()).toMatchObject([{ method: 'DELETE', ifMatch: expect.any(String) }]);
    const [grave] = await world.database.query<{ source: string }>('SELECT source FROM tombstone');
    expect(grave?.source).toBe(appointment('uid-1'));
  });

  it('S2: what was never sent is simply gone', async () => {
    await ann.add(work, appointment('new'));
    await ann.remove(work, 'new');
    world.sandbox.clearRequests();
    await sync();
    expect(writes()).toEqual([]);
    expect(await waiting()).toEqual([]);
  });

  it.each([
    ['REMOTE', 1, 'THEIRS'],
    ['LOCAL', 0, 'MINE'],
    ['ASK', 1, null],
  ])(
    'S2 case 26: deleted here, edited there: policy %s leaves %i, and a conflict',
    async (rule, left, outcome) => {
      await shared();
      await policy(rule);
      world.sandbox.put('ann', 'work', 'uid-1.ics', titled('Phone')(appointment('uid-1')));
      await ann.remove(work, 'uid-1');
      await sync();
      expect(bodies()).toHaveLength(left);
      expect(await localTitles()).toHaveLength(left);
      expect(await conflicts()).toMatchObject([
        { kind: 'LOCAL_DELETED', outcome, theirs: expect.stringContaining('SUMMARY:Phone') },
      ]);
    },
  );

  it.each([
    ['REMOTE', 0, 'THEIRS'],
    ['LOCAL', 1, 'MINE'],
    ['ASK', 0, null],
  ])(
    'S2 case 26: edited here, deleted there: policy %s leaves %i, and a conflict, and no loop',
    async (rule, left, outcome) => {
      await shared();
      await policy(rule);
      world.sandbox.remove('ann', 'work', 'uid-1.ics');
      await ann.edit(work, 'uid-1', titled('Studio'));
      await sync();
      await sync();
      expect(bodies()).toHaveLength(left);
      expect(await localTitles()).toHaveLength(left);
      expect(await conflicts()).toMatchObject([
        { kind: 'REMOTE_DELETED', outcome, mine: expect.stringContaining('SUMMARY:Studio') },
      ]);
      expect(await waiting()).toEqual([]);
    },
  );

  it('S7 case 40: a late page does not bring back what was deleted here', async () => {
    await shared();
    const before = world.sandbox.objects('ann', 'work').get('uid-1.ics');
    await ann.remove(work, 'uid-1');
    await sync();
    // The listing still shows it, as a copy of the server that lags behind would.
    world.sandbox.put('ann', 'work', 'uid-1.ics', before?.body ?? '');
    const listed = world.sandbox.objects('ann', 'work').get('uid-1.ics')?.etag;
    await world.database.query('UPDATE tombstone SET etag = $1', [listed]);
    const isByName = ({ method, dav }: { method: string; dav: unknown }) =>
      method === 'GET' || JSON.stringify(dav).includes('calendar-multiget');
    let reads = 0;
    world.sandbox.faults.add({
      match: (request) => isByName(request) && (reads += 1) > 1,
      effect: { kind: 'status', status: 404 },
      occurs: 'always',
    });
    await sync();
    expect(await localTitles()).toEqual([]);
  });
});

describe('moving', () => {
  let home: string;
  beforeEach(async () => {
    home = await world.calendar('home');
    await shared();
  });
  const both = () => world.engine.runNow([work, home], { full: false });

  it('S3 case 32: moves the object itself where the server can', async () => {
    await ann.move(work, 'uid-1', home);
    await both();
    expect(bodies('work')).toEqual([]);
    expect(only('home')).toBe(appointment('uid-1'));
    expect(writes().map(({ method }) => method)).toContain('MOVE');
    expect(await waiting()).toEqual([]);
  });

  it('S3 case 32: copies first and deletes then where it cannot', async () => {
    world.sandbox.faults.add({ effect: { kind: 'without', features: ['move'] }, occurs: 'always' });
    await ann.move(work, 'uid-1', home);
    await both();
    expect(bodies('work')).toEqual([]);
    expect(only('home')).toBe(appointment('uid-1'));
    const done = writes().filter(({ status }) => status !== null && status < 300);
    expect(done.map(({ method }) => method)).toEqual(['PUT', 'DELETE']);
  });

  it('S2 case 32: an edit at the old place meanwhile goes along', async () => {
    world.sandbox.put('ann', 'work', 'uid-1.ics', placed('Chair 2')(appointment('uid-1')));
    await ann.move(work, 'uid-1', home);
    await both();
    expect(bodies('work')).toEqual([]);
    expect(bodies('home')).toHaveLength(1);
    expect(only('home')).toContain('LOCATION:Chair 2');
  });

  it('S2 case 32: an edit at the old place stays there when the event is deleted at the new one', async () => {
    world.sandbox.faults.add({ effect: { kind: 'without', features: ['move'] }, occurs: 'always' });
    await ann.move(work, 'uid-1', home);
    const cut = { kind: 'reset', at: 'before' } as const;
    const mend = world.sandbox.faults.add({ match: onMethod('DELETE'), effect: cut, occurs: 'always' });
    await both();
    mend();
    const [name = ''] = world.sandbox.objects('ann', 'home').keys();
    world.sandbox.remove('ann', 'home', name);
    world.sandbox.put('ann', 'work', 'uid-1.ics', placed('Chair 2')(appointment('uid-1')));
    await world.engine.runNow([home], { full: false });
    await both();
    expect(only('work')).toContain('LOCATION:Chair 2');
    expect(bodies('home')).toEqual([]);
    expect(await conflicts()).toMatchObject([{ kind: 'LOCAL_DELETED' }]);
  });

  it('S2 case 32: an edit waits out a move there and back whose first answer was lost', async () => {
    await ann.edit(work, 'uid-1', titled('Dragon'));
    await ann.move(work, 'uid-1', home);
    world.sandbox.faults.add({ match: onMethod('MOVE'), effect: { kind: 'reset', at: 'answer' } });
    await both();
    await ann.move(home, 'uid-1', work);
    await world.engine.runNow([work, home], { full: false });
    expect(bodies('home')).toEqual([]);
    expect(bodies('work')).toHaveLength(1);
    expect(only('work')).toContain('SUMMARY:Dragon');
    expect(await conflicts()).toEqual([]);
  });
});
