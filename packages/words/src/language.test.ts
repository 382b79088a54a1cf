import { expect, test } from 'vitest';
import { languageOf } from './language.ts';

test('a choice wins over what is wished for, and that over English', () => {
  expect(languageOf('en', ['fr-CH'])).toBe('en');
  expect(languageOf(null, ['de-CH', 'fr-CH', 'en'])).toBe('fr');
  expect(languageOf('xx', ['pt-BR'])).toBe('en');
});
