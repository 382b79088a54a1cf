import { describe, expect, test } from 'vitest';
import { type FaultCase, type FaultCases, testFaults } from '../testing/fault-cases.ts';
import { readMultistatus } from '../testing/read-multistatus.ts';
import { nameOf, openWorld, sampleEvent, type World } from '../testing/world.ts';
import { name } from '../wire/dav-name.ts';
import type { EffectOf, SyncEffect } from './effect.ts';
import { onBody } from './fault-match.ts';

/** Two changes and a removal after the token that is returned. */
async function withHistory(world: World): Promise<string> {
  const { token } = await world.changes('');
  world.sandbox.put('ann', 'work', 'a.ics', sampleEvent('a', 'new'));
  world.sandbox.remove('ann', 'work', 'b.ics');
  world.sandbox.put('ann', 'work', 'd.ics', sampleEvent('d'));
  return token;
}

const refusal = (status: number): FaultCase<EffectOf<'token-refused'>> => ({
  effect: { kind: 'token-refused', status, precondition: status === 403 },
  async shows(world, strike) {
    const token = await withHistory(world);
    strike();
    const answer = await world.sync(token);
    expect(answer.status).toBe(status);
    expect(answer.body.includes('<d:valid-sync-token/>')).toBe(status === 403);
    expect((await world.sync('')).status).toBe(207);
  },
});

const deletion = (
  form: EffectOf<'deletion-form'>['form'],
  seen: string,
): FaultCase<EffectOf<'deletion-form'>> => ({
  effect: { kind: 'deletion-form', form },
  async shows(world, strike) {
    const token = await withHistory(world);
    strike();
    const { responses } = readMultistatus((await world.sync(token)).body);
    const gone = responses.find((one) => nameOf(one) === 'b.ics');
    const status = gone?.status ?? `propstat ${gone?.properties.get(name('d', 'getetag'))?.status}`;
    expect(String(status)).toBe(seen);
  },
});

/** All changes, page by page, until there is nothing more or nothing new. */
async function allPages(world: World, since: string, limit?: number) {
  const pages: string[][] = [];
  for (let token = since; pages.length < 10; ) {
    const page = await world.changes(token, limit === undefined ? {} : { limit });
    if (page.changed.length + page.removed.length === 0) break;
    pages.push([...page.changed, ...page.removed]);
    token = page.token;
  }
  return pages;
}

const paging = (form: '507' | 'silent' | 'lossy', pages: string[][]): FaultCase<EffectOf<'paged'>> => ({
  effect: { kind: 'paged', size: 2, form },
  async shows(world, strike) {
    const token = await withHistory(world);
    strike();
    expect((await world.changes(token)).truncated).toBe(form === '507');
    expect(await allPages(world, token)).toEqual(pages);
  },
});

const limit = (
  form: EffectOf<'limit'>['form'],
  shows: (world: World, token: string) => Promise<void>,
): FaultCase<EffectOf<'limit'>> => ({
  effect: { kind: 'limit', form },
  async shows(world, strike) {
    const token = await withHistory(world);
    strike();
    await shows(world, token);
  },
});

const multiget = (form: EffectOf<'multiget'>['form'], names: string[]): FaultCase<EffectOf<'multiget'>> => ({
  effect: { kind: 'multiget', form },
  async shows(world, strike) {
    strike();
    const { body } = await world.multiget('a.ics', 'gone.ics', 'c.ics');
    expect(readMultistatus(body).responses.map(nameOf)).toEqual(names);
  },
});

const cases: FaultCases<SyncEffect['kind']> = {
  'token-refused': [refusal(403), refusal(409), refusal(500)],
  'token-frozen': [
    {
      effect: { kind: 'token-frozen' },
      async shows(world, strike) {
        strike();
        const { token } = await world.changes('');
        world.sandbox.put('ann', 'work', 'a.ics', sampleEvent('a', 'new'));
        expect(await world.changes(token)).toMatchObject({ changed: [], token });
        const [calendar] = await world.propfind(world.work, '<cs:getctag/>');
        expect(calendar?.properties.get(name('cs', 'getctag'))?.element.text).toBe(token);
      },
    },
  ],
  'token-reset': [
    {
      effect: { kind: 'token-reset' },
      async shows(world, strike) {
        strike();
        const { token } = await world.changes('');
        const again = await world.changes(token);
        expect(again).toMatchObject({ changed: ['a.ics', 'b.ics', 'c.ics'], token });
      },
    },
  ],
  'token-unknown-is-initial': [
    {
      effect: { kind: 'token-unknown-is-initial' },
      async shows(world, strike) {
        await withHistory(world);
        strike();
        expect(await world.changes('data:foreign')).toMatchObject({
          changed: ['c.ics', 'a.ics', 'd.ics'],
          removed: [],
        });
      },
    },
  ],
  'token-future-accepted': [
    {
      effect: { kind: 'token-future-accepted' },
      async shows(world, strike) {
        const future = (await world.changes('')).token.replace(/\d+$/, '99999');
        expect((await world.sync(future)).status).toBe(403);
        strike();
        expect(await world.changes(future)).toMatchObject({ changed: [], removed: [], token: future });
      },
    },
  ],
  'log-pruned': [
    {
      effect: { kind: 'log-pruned', keep: 1 },
      async shows(world, strike) {
        const token = await withHistory(world);
        strike();
        const next = await world.changes(token);
        expect(next).toMatchObject({ changed: ['d.ics'], removed: [] });
        expect((await world.changes(next.token)).changed).toEqual([]);
      },
    },
  ],
  'delete-wins': [
    {
      effect: { kind: 'delete-wins' },
      async shows(world, strike) {
        const token = await withHistory(world);
        world.sandbox.put('ann', 'work', 'b.ics', sampleEvent('b', 'back again'));
        expect((await world.changes(token)).removed).toEqual([]);
        strike();
        expect((await world.changes(token)).removed).toEqual(['b.ics']);
        expect(readMultistatus((await world.multiget('b.ics')).body).responses[0]?.status).toBeNull();
      },
    },
  ],
  'deletion-form': [
    deletion('propstat-404', 'propstat 404'),
    deletion('propstat-418', 'propstat 418'),
    deletion('418', '418'),
    deletion('410', '410'),
  ],
  'self-listed': [
    {
      effect: { kind: 'self-listed' },
      async shows(world, strike) {
        strike();
        const { responses } = readMultistatus((await world.sync('')).body);
        expect(responses[0]?.href).toBe(new URL(world.work).pathname.slice(0, -1));
      },
    },
  ],
  paged: [
    paging('507', [['a.ics', 'b.ics'], ['d.ics']]),
    paging('silent', [['a.ics', 'b.ics'], ['d.ics']]),
    paging('lossy', [['a.ics', 'b.ics']]),
  ],
  limit: [
    limit('ignored', async (world, token) => expect(await allPages(world, token, 2)).toHaveLength(1)),
    limit('silent', async (world, token) => expect(await allPages(world, token, 2)).toHaveLength(2)),
    limit('lossy', async (world, token) => expect((await allPages(world, token, 2)).flat()).toHaveLength(2)),
    limit('refused', async (world, token) => {
      expect((await world.sync('', { limit: 2 })).status).toBe(507);
      expect((await world.sync(token, { limit: 2 })).status).toBe(207);
    }),
  ],
  multiget: [
    multiget('missing-left-out', ['a.ics', 'c.ics']),
    multiget('duplicated', ['a.ics', 'a.ics', 'gone.ics', 'gone.ics', 'c.ics', 'c.ics']),
    multiget('omitting', ['gone.ics', 'c.ics']),
    multiget('unsolicited', ['a.ics', 'gone.ics', 'c.ics', 'b.ics']),
  ],
  'member-status': [
    {
      effect: { kind: 'member-status', status: 403, names: (file) => file === 'b.ics' },
      async shows(world, strike) {
        strike();
        for (const body of [(await world.sync('')).body, (await world.multiget('a.ics', 'b.ics')).body]) {
          const statuses = readMultistatus(body).responses.map((one) => [nameOf(one), one.status]);
          expect(Object.fromEntries(statuses)).toMatchObject({ 'a.ics': null, 'b.ics': 403 });
        }
      },
    },
  ],
  emptied: [
    {
      effect: { kind: 'emptied' },
      async shows(world, strike) {
        strike();
        expect((await world.changes('')).changed).toEqual([]);
        expect(await world.propfind(world.work, '<getetag/>', '1')).toHaveLength(1);
        expect((await world.request('GET', `${world.work}a.ics`)).status).toBe(200);
      },
    },
  ],
};

describe('in sync-collection', () => testFaults(cases));

test('the collection changes while its pages are fetched, and a client that loops sees all of it', async () => {
  await using world = await openWorld();
  world.always({ kind: 'paged', size: 2, form: '507' });
  world.sandbox.faults.add({
    match: onBody('sync-collection'),
    effect: {
      kind: 'meanwhile',
      when: 'after',
      act: () => world.sandbox.put('ann', 'work', 'a.ics', sampleEvent('a', 'changed')),
    },
  });
  expect(await allPages(world, '')).toEqual([
    ['a.ics', 'b.ics'],
    ['c.ics', 'a.ics'],
  ]);
});
