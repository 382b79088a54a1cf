import { expect, test } from 'vitest';
import { wantedPage } from './wanted-page.ts';

test('after signing in one comes back to where one was', () => {
  expect(wantedPage('/agenda?view=week')).toBe('/agenda?view=week');
});

test.each([
  undefined,
  '',
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  'javascript:alert(1)',
  '/sign-in?to=/',
])('%s leads to the dashboard', (to) => expect(wantedPage(to)).toBe('/'));
