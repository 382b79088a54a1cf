import type { BookingWords } from '@atelier/words/booking/en';
import { languageOf } from '@atelier/words/language';
import { type Speech, startSpeech } from '../../language/speech.ts';
import { storedLanguage } from '../../language/stored-language.ts';

/** Speaks what the address says, else what was chosen here before, else what the browser speaks. */
export function startBookingSpeech(search: string): Promise<Speech<BookingWords>> {
  const chosen = new URLSearchParams(search).get('lang') ?? storedLanguage();
  return startSpeech(
    {
      en: async () => (await import('@atelier/words/booking/en')).en,
      fr: async () => (await import('@atelier/words/booking/fr')).fr,
    },
    languageOf(chosen, navigator.languages),
  );
}
