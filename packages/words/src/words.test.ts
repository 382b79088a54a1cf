import { describe, expect, test } from 'vitest';
import { en as bookingEn } from './booking/en.ts';
import { fr as bookingFr } from './booking/fr.ts';
import { en as studioEn } from './studio/en.ts';
import { fr as studioFr } from './studio/fr.ts';

/** Something that says what it is called wherever it is asked for a value, and counts as several. */
const given = new Proxy({}, { get: (_, name) => `{${String(name)}}` });

/** Every sentence of a dictionary but the refusals, which are told of more than names and have a test of their own. */
function sentences(section: object, path = ''): [string, string][] {
  return Object.entries(section).flatMap(([key, value]: [string, unknown]) => {
    if (`${path}${key}` === 'refusals') return [];
    if (typeof value === 'function') return [[`${path}${key}`, String(value(given))]];
    return typeof value === 'object' && value !== null
      ? sentences(value, `${path}${key}.`)
      : [[`${path}${key}`, String(value)]];
  });
}

const told = (sentence: string) => [...new Set(sentence.match(/\{\w+\}/g))].toSorted();

describe.each([
  ['the studio’s pages', studioEn, studioFr],
  ['the booking page', bookingEn, bookingFr],
])('%s', (_, en, fr) => {
  const french = new Map(sentences(fr));

  test.each(sentences(en))('%s says the same things in both languages', (key, sentence) => {
    const other = french.get(key) ?? '';
    expect(other.trim()).not.toBe('');
    expect(told(other)).toEqual(told(sentence));
  });

  test('French has no words that English lacks', () => {
    expect(french.size).toBe(sentences(en).length);
  });

  test('in French nothing high stands alone at the beginning of a line', () => {
    expect([...french].filter(([, sentence]) => / [?!:;]/.test(sentence))).toEqual([]);
  });
});

test('none counts as several in English and as one in French', () => {
  expect(bookingEn.time.free({ count: 0 })).toBe('0 free times');
  expect(bookingFr.time.free({ count: 0 })).toBe('0 heure libre');
  expect(bookingEn.time.free({ count: 1 })).toBe('1 free time');
});
