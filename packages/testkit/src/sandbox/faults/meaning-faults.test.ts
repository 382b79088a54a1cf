import { describe, expect } from 'vitest';
import { type FaultCase, type FaultCases, testFaults } from '../testing/fault-cases.ts';
import { nameOf, sampleEvent, type World } from '../testing/world.ts';
import { name } from '../wire/dav-name.ts';
import type { EffectOf, Feature, MeaningEffect } from './effect.ts';

async function listedEtag(world: World, file: string): Promise<string | undefined> {
  const listed = await world.propfind(world.work, '<getetag/>', '1');
  const property = listed.find((one) => nameOf(one) === file)?.properties.get(name('d', 'getetag'));
  return property?.status === 200 ? property.element.text : undefined;
}

/** Spelt like this in listings and headers alike, and taken back in If-Match. */
const etags = (form: EffectOf<'etag-form'>['form'], spelling: RegExp): FaultCase<EffectOf<'etag-form'>> => ({
  effect: { kind: 'etag-form', form },
  async shows(world, strike) {
    strike();
    const etag = (await listedEtag(world, 'a.ics')) ?? '';
    expect(etag).toMatch(spelling);
    expect((await world.request('GET', `${world.work}a.ics`)).etag).toBe(etag);
    const write = await world.put('a.ics', sampleEvent('a', 'new'), { 'if-match': etag });
    expect(write.status).toBe(204);
  },
});

const without = (
  feature: Feature,
  shows: (world: World) => Promise<void>,
): FaultCase<EffectOf<'without'>> => ({
  effect: { kind: 'without', features: [feature] },
  async shows(world, strike) {
    strike();
    await shows(world);
  },
});

const absent = (feature: Feature, asked: string, property: Parameters<typeof name>) =>
  without(feature, async (world) => {
    const [calendar] = await world.propfind(world.work, asked);
    expect(calendar?.properties.get(name(...property))?.status).toBe(404);
  });

let acted: string[] = [];

const CONFIDENTIAL = sampleEvent('s', 'Naïve').replace(/^DTSTART/m, 'CLASS:CONFIDENTIAL\r\nDTSTART');

async function bodyOf(world: World, file: string): Promise<string> {
  const { body } = await world.multiget(file);
  return body;
}

const cases: FaultCases<MeaningEffect['kind']> = {
  'at-signs': [
    {
      effect: { kind: 'at-signs' },
      async shows(world, strike) {
        world.sandbox.put('ann', 'work', 'a@b.ics', sampleEvent('at'));
        strike();
        expect((await world.request('GET', `${world.work}a%40b.ics`)).status).toBe(404);
        expect((await world.request('GET', `${world.work}a@b.ics`)).status).toBe(200);
        expect((await world.changes('')).changed).toContain('a@b.ics');
      },
    },
  ],
  masked: [
    {
      effect: { kind: 'masked', form: 'busy' },
      async shows(world, strike) {
        const etag = world.sandbox.put('ann', 'work', 's.ics', CONFIDENTIAL);
        strike();
        const body = await bodyOf(world, 's.ics');
        expect(body).toContain('SUMMARY:Busy');
        expect(body).not.toContain('Naïve');
        expect(await listedEtag(world, 's.ics')).toBe(etag);
      },
    },
    {
      effect: { kind: 'masked', form: 'bare' },
      async shows(world, strike) {
        world.sandbox.put('ann', 'work', 's.ics', CONFIDENTIAL);
        strike();
        const body = await bodyOf(world, 's.ics');
        expect(body).toContain('DTSTART');
        expect(body).not.toMatch(/SUMMARY|DTSTAMP/);
      },
    },
  ],
  'bare-lf': [
    {
      effect: { kind: 'bare-lf' },
      async shows(world, strike) {
        expect(await bodyOf(world, 'a.ics')).toContain('&#13;');
        strike();
        expect(await bodyOf(world, 'a.ics')).not.toContain('&#13;');
      },
    },
  ],
  'octet-folded': [
    {
      effect: { kind: 'octet-folded' },
      async shows(world, strike) {
        world.sandbox.put('ann', 'work', 's.ics', CONFIDENTIAL);
        strike();
        expect(await bodyOf(world, 's.ics')).toContain('Na\uFFFD\r\n \uFFFDve');
      },
    },
  ],
  trashed: [
    {
      effect: { kind: 'trashed', calendar: 'work' },
      async shows(world, strike) {
        strike();
        const listed = await world.propfind(world.sandbox.homeUrl('ann'), '<resourcetype/>', '1');
        const own = listed.find(({ href }) => href.endsWith('/work/'));
        const type = own?.properties.get(name('d', 'resourcetype'))?.element.children;
        expect(type?.map((one) => one.name)).toEqual([
          name('d', 'collection'),
          '{http://nextcloud.com/ns}deleted-calendar',
        ]);
        expect((await world.put('n.ics', sampleEvent('n'))).status).toBe(201);
      },
    },
  ],
  'etag-form': [
    etags('weak', /^W\/"[0-9a-f]{32}"$/),
    etags('unquoted', /^[0-9a-f]{32}$/),
    etags('numeric', /^"\d{20}"$/),
    etags('gzip-suffix', /^"[0-9a-f]{32}-gzip"$/),
    etags('uri', /^http:/),
    {
      effect: { kind: 'etag-form', form: 'missing' },
      async shows(world, strike) {
        strike();
        expect(await listedEtag(world, 'a.ics')).toBeUndefined();
        expect((await world.put('n.ics', sampleEvent('n'))).etag).toBeNull();
      },
    },
    {
      effect: { kind: 'etag-form', form: 'changing' },
      async shows(world, strike) {
        strike();
        expect(await listedEtag(world, 'a.ics')).not.toBe(await listedEtag(world, 'a.ics'));
      },
    },
  ],
  'if-match': [
    {
      effect: { kind: 'if-match', form: 'strong-only' },
      async shows(world, strike) {
        world.always({ kind: 'etag-form', form: 'weak' });
        strike();
        const etag = (await listedEtag(world, 'a.ics')) ?? '';
        expect((await world.put('a.ics', sampleEvent('a', 'new'), { 'if-match': etag })).status).toBe(412);
        const strong = { 'if-match': etag.replace('W/', '') };
        expect((await world.put('a.ics', sampleEvent('a', 'new'), strong)).status).toBe(204);
      },
    },
    {
      effect: { kind: 'if-match', form: 'star-only' },
      async shows(world, strike) {
        const etag = (await listedEtag(world, 'a.ics')) ?? '';
        strike();
        expect((await world.put('a.ics', sampleEvent('a', 'new'), { 'if-match': etag })).status).toBe(412);
        expect((await world.put('a.ics', sampleEvent('a', 'new'), { 'if-match': '*' })).status).toBe(204);
      },
    },
  ],
  'schedule-tag': [
    {
      effect: { kind: 'schedule-tag' },
      async shows(world, strike) {
        strike();
        const tagOf = async () =>
          (await world.request('GET', `${world.work}a.ics`)).headers.get('schedule-tag') ?? '';
        const tag = await tagOf();
        expect(await tagOf()).not.toBe(tag);
        const write = await world.put('a.ics', sampleEvent('a', 'new'), { 'if-schedule-tag-match': tag });
        expect(write.status).toBe(412);
      },
    },
  ],
  'stale-etag': [
    {
      effect: { kind: 'stale-etag' },
      async shows(world, strike) {
        const before = await listedEtag(world, 'a.ics');
        const write = await world.put('a.ics', sampleEvent('a', 'new'));
        strike();
        expect(await listedEtag(world, 'a.ics')).toBe(before);
        expect((await world.request('GET', `${world.work}a.ics`)).etag).toBe(write.etag);
      },
    },
  ],
  'conditions-ignored': [
    {
      effect: { kind: 'conditions-ignored' },
      async shows(world, strike) {
        strike();
        expect((await world.put('a.ics', sampleEvent('a', 'new'), { 'if-match': '"no"' })).status).toBe(204);
      },
    },
  ],
  without: [
    absent('ctag', '<cs:getctag/>', ['cs', 'getctag']),
    absent('privileges', '<current-user-privilege-set/>', ['d', 'current-user-privilege-set']),
    absent('current-user-principal', '<current-user-principal/>', ['d', 'current-user-principal']),
    absent('sync-collection', '<sync-token/>', ['d', 'sync-token']),
    without('sync-collection', async (world) => expect((await world.sync('')).status).toBe(403)),
    without('multiget', async (world) => expect((await world.multiget('a.ics')).status).toBe(403)),
    without('etags-in-listings', async (world) => expect(await listedEtag(world, 'a.ics')).toBeUndefined()),
    without('calendar-data-in-sync', async (world) => {
      const { body } = await world.sync('', { properties: '<getetag/><c:calendar-data/>' });
      expect(body).not.toContain('calendar-data');
    }),
    without('make-calendar', async (world) => {
      expect((await world.request('MKCALENDAR', `${world.sandbox.homeUrl('ann')}new/`)).status).toBe(403);
    }),
    without('move', async (world) => {
      const headers = { destination: `${world.work}z.ics` };
      expect((await world.request('MOVE', `${world.work}a.ics`, { headers })).status).toBe(405);
    }),
  ],
  recreated: [
    {
      effect: { kind: 'recreated' },
      async shows(world, strike) {
        const { token } = await world.changes('');
        strike();
        expect((await world.sync(token)).status).toBe(403);
        expect((await world.changes('')).changed).toEqual([]);
      },
    },
  ],
  meanwhile: [
    {
      effect: { kind: 'meanwhile', when: 'before', act: () => acted.push('before') },
      async shows(world, strike) {
        acted = [];
        strike();
        world.sandbox.faults.add({
          effect: {
            kind: 'meanwhile',
            when: 'after',
            act: () => acted.push(`after ${world.sandbox.objects('ann', 'work').size}`),
          },
        });
        await world.put('n.ics', sampleEvent('n'));
        expect(acted).toEqual(['before', 'after 4']);
      },
    },
  ],
};

describe('in what the server takes things to mean', () => testFaults(cases));
