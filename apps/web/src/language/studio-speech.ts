import type { Language } from '@atelier/words/language';
import type { StudioWords } from '@atelier/words/studio/en';
import { type Speech, startSpeech } from './speech.ts';
import { type Parts, wordsInParts } from './words-in-parts.ts';

const PARTS: Readonly<Record<Language, Parts>> = {
  en: {
    first: async () => (await import('@atelier/words/studio/parts/first-en')).firstEn,
    rest: async () => (await import('@atelier/words/studio/parts/rest-en')).restEn,
  },
  fr: {
    first: async () => (await import('@atelier/words/studio/parts/first-fr')).firstFr,
    rest: async () => (await import('@atelier/words/studio/parts/rest-fr')).restFr,
  },
};

/** @param whole whether the page that is opened first says more than the agenda does */
export function startStudioSpeech(language: Language, whole: boolean): Promise<Speech<StudioWords>> {
  let atOnce = whole;
  const said = async (parts: Parts) => {
    const words = await wordsInParts(parts, atOnce);
    // Whoever changes the language may be anywhere.
    atOnce = true;
    return words;
  };
  return startSpeech({ en: () => said(PARTS.en), fr: () => said(PARTS.fr) }, language);
}
