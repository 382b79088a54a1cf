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

/** @param later resolves when the agenda has what it shows; null where the page that is opened first says more than it does */
export function startStudioSpeech(
  language: Language,
  later: Promise<unknown> | null,
): Promise<Speech<StudioWords>> {
  let rest = later;
  const said = async (parts: Parts) => {
    const words = await wordsInParts(parts, rest);
    // Whoever changes the language may be anywhere.
    rest = null;
    return words;
  };
  return startSpeech({ en: () => said(PARTS.en), fr: () => said(PARTS.fr) }, language);
}
