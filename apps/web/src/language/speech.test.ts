import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startSpeech } from './speech.ts';

const page = { documentElement: { lang: '' } };
beforeEach(() => void vi.stubGlobal('document', page));
afterEach(() => void vi.unstubAllGlobals());

test('I4 another language is spoken once its words are there, and the page says which it is', async () => {
  const french = Promise.withResolvers<string>();
  const speech = await startSpeech({ en: async () => 'Hello', fr: () => french.promise }, 'en');
  const changing = speech.speak('fr');
  expect(speech.current()).toEqual({ language: 'en', words: 'Hello' });
  french.resolve('Bonjour');
  await changing;
  expect(speech.current()).toEqual({ language: 'fr', words: 'Bonjour' });
  expect(page.documentElement.lang).toBe('fr');
});

test('I4 of two choices the later one counts, whichever words come first', async () => {
  const french = Promise.withResolvers<string>();
  const speech = await startSpeech({ en: async () => 'Hello', fr: () => french.promise }, 'en');
  const [first, second] = [speech.speak('fr'), speech.speak('en')];
  await second;
  french.resolve('Bonjour');
  await first;
  expect(speech.current()).toEqual({ language: 'en', words: 'Hello' });
});
