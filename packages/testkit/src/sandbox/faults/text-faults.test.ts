import { describe, expect } from 'vitest';
import { type FaultCase, type FaultCases, testFaults } from '../testing/fault-cases.ts';
import { readMultistatus } from '../testing/read-multistatus.ts';
import { nameOf, sampleEvent, type World } from '../testing/world.ts';
import { name } from '../wire/dav-name.ts';
import { readXml } from '../wire/xml-reader.ts';
import type { EffectOf, TextEffect } from './effect.ts';

const WITH_DATA = { properties: '<getetag/><c:calendar-data/>' };

/** The same answer before and after the fault, as texts. */
async function beforeAndAfter(world: World, strike: () => void): Promise<[string, string]> {
  const before = (await world.sync('', WITH_DATA)).body;
  strike();
  return [before, (await world.sync('', WITH_DATA)).body];
}

/** Another spelling, the same meaning. */
const sameMeaning = async (world: World, strike: () => void): Promise<string> => {
  const [before, after] = await beforeAndAfter(world, strike);
  expect(after).not.toBe(before);
  expect(meaning(after)).toEqual(meaning(before));
  return after;
};

const meaning = (body: string) =>
  readMultistatus(body).responses.map((one) => [
    nameOf(one),
    one.status,
    // A reader turns the CR LF of a CDATA section into LF (XML 1.0, 2.11).
    one.properties.get(name('cal', 'calendar-data'))?.element.text.replaceAll('\r\n', '\n'),
  ]);

const hrefs = (form: EffectOf<'href-form'>['form'], shown: string): FaultCase<EffectOf<'href-form'>> => ({
  effect: { kind: 'href-form', form },
  async shows(world, strike) {
    world.sandbox.put('ann', 'work', 'é@x y.ics', sampleEvent('accent'));
    strike();
    const { responses } = readMultistatus((await world.sync('')).body);
    const expected = shown.replace('ORIGIN', world.sandbox.origin);
    expect(responses.map(({ href }) => href)).toContain(expected);
  },
});

const cases: FaultCases<TextEffect['kind']> = {
  truncate: [
    {
      effect: { kind: 'truncate' },
      async shows(world, strike) {
        const [before, after] = await beforeAndAfter(world, strike);
        expect(before.startsWith(after)).toBe(true);
        expect(() => readXml(after)).toThrow();
      },
    },
  ],
  'duplicate-responses': [
    {
      effect: { kind: 'duplicate-responses' },
      async shows(world, strike) {
        strike();
        expect((await world.changes('')).changed).toEqual([
          'a.ics',
          'a.ics',
          'b.ics',
          'b.ics',
          'c.ics',
          'c.ics',
        ]);
      },
    },
  ],
  'reversed-responses': [
    {
      effect: { kind: 'reversed-responses' },
      async shows(world, strike) {
        strike();
        expect((await world.changes('')).changed).toEqual(['c.ics', 'b.ics', 'a.ics']);
      },
    },
  ],
  'href-form': [
    hrefs('absolute', 'ORIGIN/dav/calendars/ann/work/%C3%A9%40x%20y.ics'),
    hrefs('lower-hex', '/dav/calendars/ann/work/%c3%a9@x%20y.ics'),
    hrefs('bare', '/dav/calendars/ann/work/é@x%20y.ics'),
    hrefs('double-slash', '/dav/calendars/ann/work//%C3%A9%40x%20y.ics'),
    hrefs('nfd', '/dav/calendars/ann/work/e%CC%81%40x%20y.ics'),
    hrefs('encoded', '/%64%61%76/%63%61%6C%65%6E%64%61%72%73/%61%6E%6E/%77%6F%72%6B/%61%2E%69%63%73'),
  ],
  prefixes: [
    {
      effect: { kind: 'prefixes', form: 'default' },
      async shows(world, strike) {
        expect(await sameMeaning(world, strike)).toContain('<multistatus xmlns="DAV:"');
      },
    },
    {
      effect: { kind: 'prefixes', form: 'odd' },
      async shows(world, strike) {
        expect(await sameMeaning(world, strike)).toContain('<d:calendar-data>');
      },
    },
  ],
  cdata: [
    {
      effect: { kind: 'cdata' },
      async shows(world, strike) {
        world.sandbox.put('ann', 'work', 'x.ics', sampleEvent('x', 'a ]]> b & <c>'));
        expect(await sameMeaning(world, strike)).toContain('<cal:calendar-data><![CDATA[BEGIN');
      },
    },
    {
      effect: { kind: 'cdata', multiple: true },
      async shows(world, strike) {
        expect(await sameMeaning(world, strike)).toContain(']]><![CDATA[');
      },
    },
  ],
  'no-reason': [
    {
      effect: { kind: 'no-reason' },
      async shows(world, strike) {
        expect(await sameMeaning(world, strike)).toContain('<d:status>HTTP/1.1 200</d:status>');
      },
    },
  ],
  'foreign-elements': [
    {
      effect: { kind: 'foreign-elements' },
      async shows(world, strike) {
        expect(await sameMeaning(world, strike)).toContain('urn:x');
      },
    },
  ],
};

describe('in the text of the answer', () => testFaults(cases));
