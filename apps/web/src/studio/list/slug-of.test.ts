import { expect, test } from 'vitest';
import { slugOf } from './slug-of.ts';

test.each([
  ['Léa', 'lea'],
  ['Léa Müller', 'lea-mueller'],
  ['  Jean-Paul  d’Œuvre ', 'jean-paul-d-oeuvre'],
  ['Nº 7', 'n-7'],
  ['刺青', ''],
])('a name suggests an address: %s', (name, slug) => expect(slugOf(name)).toBe(slug));

test('a long name is cut, and never at a hyphen', () => {
  const slug = slugOf(`${'a'.repeat(59)} b`);
  expect(slug).toBe('a'.repeat(59));
});
