import { expect, test } from 'vitest';
import { en } from '../studio/en.ts';
import { knownFailure } from './known-failure.ts';

test('a kind that nobody here knows has no words, and the provider’s own are shown', () => {
  expect(knownFailure(en.failures, 'timeout')?.message).toMatch(/in time/);
  expect(knownFailure(en.failures, 'of-a-newer-server')).toBeNull();
  expect(knownFailure(en.failures, 'toString')).toBeNull();
});
