import type { Language } from '@atelier/words/language';
import type { StudioWords } from '@atelier/words/studio/en';
import { type Speech, startSpeech } from './speech.ts';

export function startStudioSpeech(language: Language): Promise<Speech<StudioWords>> {
  return startSpeech(
    {
      en: async () => (await import('@atelier/words/studio/en')).en,
      fr: async () => (await import('@atelier/words/studio/fr')).fr,
    },
    language,
  );
}
