import { en } from '@atelier/words/studio/en';
import { firstEn } from '@atelier/words/studio/parts/first-en';
import { restEn } from '@atelier/words/studio/parts/rest-en';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { wordsInParts } from './words-in-parts.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const first = async () => firstEn;

/** What is thrown by saying a word of another page. */
function thrown(words: typeof en): unknown {
  try {
    return words.mailSetup.title;
  } catch (error) {
    return error;
  }
}

test('I7 the words of the first page do not wait for those of others, which come when they are said', async () => {
  const rest = vi.fn(async () => restEn);
  const words = (await wordsInParts({ first, rest }, Promise.resolve())) as typeof en;
  expect(words.agenda).toBe(en.agenda);
  expect(rest).not.toHaveBeenCalled();
  await thrown(words);
  expect(words.mailSetup).toBe(en.mailSetup);
  expect(Object.keys(words).toSorted()).toEqual(Object.keys(en).toSorted());
});

test('I7 they come by themselves, once, a while after the first page has what it shows', async () => {
  const rest = vi.fn(async () => restEn);
  const shown = Promise.withResolvers<void>();
  const words = (await wordsInParts({ first, rest }, shown.promise)) as typeof en;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(rest).not.toHaveBeenCalled();
  shown.resolve();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(words.health).toBe(en.health);
  expect(rest).toHaveBeenCalledTimes(1);
});

test('I7 words that cannot be had are said to be missing where errors are shown, and tried again', async () => {
  const lost = new Error('the line is cut');
  const rest = vi.fn(async () => restEn).mockRejectedValueOnce(lost);
  const words = (await wordsInParts({ first, rest }, Promise.resolve())) as typeof en;
  await thrown(words);
  expect(thrown(words)).toBe(lost);
  await thrown(words);
  expect(words.health).toBe(en.health);
});

test('I7 a page that says more has all of them from the start', async () => {
  const words = await wordsInParts({ first, rest: async () => restEn }, null);
  expect(words).toEqual(en);
});
