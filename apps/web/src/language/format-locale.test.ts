import { expect, test } from 'vitest';
import { formatLocaleOf } from './format-locale.ts';

test('dates follow the region of the browser', () => {
  expect(formatLocaleOf('fr', ['fr-CH', 'en'], 'Europe/Zurich')).toBe('fr-CH');
  expect(formatLocaleOf('fr', ['en-GB'], 'Europe/Zurich')).toBe('fr-FR');
  expect(formatLocaleOf('en', ['en-AU'], 'Australia/Sydney')).toBe('en-AU');
});

test('American dates are for people in America', () => {
  expect(formatLocaleOf('en', ['en-US'], 'America/New_York')).toBe('en-US');
  expect(formatLocaleOf('en', ['en-US'], 'Europe/Zurich')).toBe('en-GB');
});
