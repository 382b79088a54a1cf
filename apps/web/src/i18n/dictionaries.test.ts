import { describe, expect, test } from 'vitest';
import { en } from './en.ts';
import { fr } from './fr.ts';

function entries(section: object, path = ''): [string, string][] {
  return Object.entries(section).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? entries(value, `${path}${key}.`)
      : [[`${path}${key}`, String(value)]],
  );
}

const placeholders = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).toSorted();
const english = new Map(entries(en));
const french = new Map(entries(fr));

test('both languages have the same keys', () => {
  expect([...french.keys()].toSorted()).toEqual([...english.keys()].toSorted());
});

test('no text is empty', () => {
  expect([...english, ...french].filter(([, text]) => text.trim() === '')).toEqual([]);
});

describe('both languages fill in the same things', () => {
  test.each([...english.keys()])('%s', (key) => {
    const [here, there] = [placeholders(english.get(key) ?? ''), placeholders(french.get(key) ?? '')];
    expect(there).toEqual(here);
  });
});

test('what has a singular has a plural', () => {
  const singular = [...english.keys()].filter((key) => key.endsWith('_one'));
  expect(singular.filter((key) => !english.has(key.replace(/_one$/, '_other')))).toEqual([]);
});
