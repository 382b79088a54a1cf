import { describe, expect, test } from 'vitest';
import { type FaultCase, type FaultCases, testFaults } from '../testing/fault-cases.ts';
import { openWorld, sampleEvent } from '../testing/world.ts';
import { readXml } from '../wire/xml-reader.ts';
import type { InsteadEffect } from './effect.ts';

type Of<K extends InsteadEffect['kind']> = FaultCase<Extract<InsteadEffect, { kind: K }>>;

const STATUSES = [401, 403, 404, 405, 409, 410, 412, 423, 429, 500, 502, 503, 504, 507];

const plainStatus = (status: number): Of<'status'> => ({
  effect: { kind: 'status', status },
  async shows(world, strike) {
    strike();
    expect((await world.put('n.ics', sampleEvent('n'))).status).toBe(status);
    expect(world.sandbox.objects('ann', 'work').has('n.ics')).toBe(false);
  },
});

const retryAfter = (value: number | string): Of<'status'> => ({
  effect: { kind: 'status', status: 429, retryAfter: value },
  async shows(world, strike) {
    strike();
    expect((await world.sync('')).headers.get('retry-after')).toBe(String(value));
  },
});

const alias = (status: 301 | 302 | 307 | 308): Of<'redirect'> => ({
  effect: { kind: 'redirect', status, to: 'same-origin' },
  async shows(world, strike) {
    strike();
    const first = await world.request('PROPFIND', world.work);
    expect(first.status).toBe(status);
    const target = new URL(first.headers.get('location') ?? '', world.work).href;
    expect(target).not.toBe(world.work);
    expect((await world.request('PROPFIND', target)).status).toBe(207);
  },
});

const elsewhere = new URL('http://198.51.100.7/dav/');

const cases: FaultCases<InsteadEffect['kind']> = {
  status: [
    retryAfter(120),
    retryAfter('Sat, 21 Nov 2026 12:00:00 GMT'),
    ...STATUSES.map(plainStatus),
    {
      effect: { kind: 'status', status: 504, applied: true },
      async shows(world, strike) {
        strike();
        expect((await world.put('n.ics', sampleEvent('n'))).status).toBe(504);
        expect(world.sandbox.objects('ann', 'work').has('n.ics')).toBe(true);
      },
    },
    {
      effect: { kind: 'status', status: 403, error: '<d:need-privileges/>' },
      async shows(world, strike) {
        strike();
        expect((await world.sync('')).body).toContain('<d:need-privileges/>');
      },
    },
  ],
  redirect: [
    {
      effect: { kind: 'redirect', status: 302, to: 'endless' },
      async shows(world, strike) {
        strike();
        const seen = new Set<string>();
        for (let url = world.work; seen.size < 30; ) {
          seen.add(url);
          const answer = await world.request('PROPFIND', url);
          expect(answer.status).toBe(302);
          url = new URL(answer.headers.get('location') ?? '', url).href;
        }
      },
    },
    {
      effect: { kind: 'redirect', status: 308, to: elsewhere },
      async shows(world, strike) {
        strike();
        expect((await world.sync('')).headers.get('location')).toBe(elsewhere.href);
      },
    },
    ...([301, 302, 307, 308] as const).map(alias),
  ],
  html: [
    {
      effect: { kind: 'html' },
      async shows(world, strike) {
        strike();
        const answer = await world.sync('');
        expect([answer.status, answer.headers.get('content-type')]).toEqual([
          200,
          'text/html; charset=utf-8',
        ]);
      },
    },
  ],
  'non-xml': [
    {
      effect: { kind: 'non-xml' },
      async shows(world, strike) {
        strike();
        const answer = await world.sync('');
        expect(answer.status).toBe(207);
        expect(() => readXml(answer.body)).toThrow();
      },
    },
  ],
  doctype: [
    {
      effect: { kind: 'doctype', form: 'external' },
      async shows(world, strike) {
        strike();
        expect((await world.sync('')).body).toContain('SYSTEM "file:///etc/passwd"');
      },
    },
    {
      effect: { kind: 'doctype', form: 'bomb' },
      async shows(world, strike) {
        strike();
        const { body } = await world.sync('');
        expect(body).toContain('<!ENTITY l8 "&l7;&l7;');
        expect(() => readXml(body)).toThrow('DOCTYPE');
      },
    },
  ],
  huge: [
    {
      effect: { kind: 'huge', bytes: 20_000_000 },
      async shows(world, strike) {
        strike();
        const { body } = await world.sync('');
        expect(body.length).toBeGreaterThan(20_000_000);
        expect(body).toMatch(/<\/d:multistatus>$/);
      },
    },
    {
      effect: { kind: 'huge', bytes: 20_000_000, gzip: true },
      async shows(world, strike) {
        strike();
        const { body } = await world.sync('');
        expect(body.length).toBeGreaterThan(20_000_000);
        expect(world.sandbox.requests[0]?.answerBytes).toBeLessThan(200_000);
      },
    },
  ],
  deep: [
    {
      effect: { kind: 'deep', depth: 100 },
      async shows(world, strike) {
        strike();
        const { body } = await world.sync('');
        expect(() => readXml(body)).toThrow('nested');
      },
    },
  ],
};

describe('in place of the answer', () => testFaults(cases));

test('100 MB are made while they are sent, not before', async () => {
  await using world = await openWorld();
  world.always({ kind: 'huge', bytes: 100_000_000 });
  const controller = new AbortController();
  const headers = { authorization: `Basic ${btoa('ann:secret')}` };
  const answer = await fetch(world.work, { method: 'PROPFIND', headers, signal: controller.signal });
  await answer.body?.getReader().read();
  controller.abort();
  expect(world.sandbox.requests[0]?.answerBytes).toBeLessThan(50_000_000);
});
