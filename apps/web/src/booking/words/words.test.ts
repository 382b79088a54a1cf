import { expect, test } from 'vitest';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { counted, fill } from './words.ts';

function entries(section: object, path = ''): [string, string][] {
  return Object.entries(section).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? entries(value, `${path}${key}.`)
      : [[`${path}${key}`, String(value)]],
  );
}

const placeholders = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).toSorted();
const french = new Map(entries(fr));

test.each(entries(en))('%s says the same things in both languages', (key, text) => {
  const other = french.get(key) ?? '';
  expect(other.trim()).not.toBe('');
  expect(placeholders(other)).toEqual(placeholders(text));
});

test('French has no words that English lacks', () => {
  expect(french.size).toBe(entries(en).length);
});

test('in French nothing high stands alone at the beginning of a line', () => {
  expect(entries(fr).filter(([, text]) => / [?!:;]/.test(text))).toEqual([]);
});

test('none counts as several in English and as one in French', () => {
  expect(counted(en.time.free, 0, 'en')).toBe('0 free times');
  expect(counted(fr.time.free, 0, 'fr')).toBe('0 heure libre');
  expect(counted(en.time.free, 1, 'en')).toBe('1 free time');
});

test('what is filled in is never read as a placeholder again', () => {
  expect(fill('{{name}} at {{time}}', { name: '{{time}}', time: '10:00' })).toBe('{{time}} at 10:00');
});
