import { expect, test } from 'vitest';
import { formatLocaleOf, languageOf } from './language.ts';

test('a choice wins over the browser, and the browser over English', () => {
  expect(languageOf('en', ['fr-CH'])).toBe('en');
  expect(languageOf(null, ['de-CH', 'fr-CH', 'en'])).toBe('fr');
  expect(languageOf('xx', ['pt-BR'])).toBe('en');
});

test('dates follow the region of the browser', () => {
  expect(formatLocaleOf('fr', ['fr-CH', 'en'], 'Europe/Zurich')).toBe('fr-CH');
  expect(formatLocaleOf('fr', ['en-GB'], 'Europe/Zurich')).toBe('fr-FR');
  expect(formatLocaleOf('en', ['en-AU'], 'Australia/Sydney')).toBe('en-AU');
});

test('American dates are for people in America', () => {
  expect(formatLocaleOf('en', ['en-US'], 'America/New_York')).toBe('en-US');
  expect(formatLocaleOf('en', ['en-US'], 'Europe/Zurich')).toBe('en-GB');
});
