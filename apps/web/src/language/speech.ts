import type { Language } from '@atelier/words/language';
import { storeLanguage } from './stored-language.ts';

/** A language with its words. */
export interface Spoken<Dictionary> {
  readonly language: Language;
  readonly words: Dictionary;
}

/** What this page speaks. */
export interface Speech<Dictionary> {
  readonly current: () => Spoken<Dictionary>;
  readonly subscribe: (listener: () => void) => () => void;
  /** Remembers another language, and speaks it as soon as its words are there. */
  readonly speak: (language: Language) => Promise<void>;
}

/** Where the words of each language are fetched from: nobody loads those of another. */
export type Dictionaries<Dictionary> = Readonly<Record<Language, () => Promise<Dictionary>>>;

export async function startSpeech<Dictionary>(
  dictionaries: Dictionaries<Dictionary>,
  first: Language,
): Promise<Speech<Dictionary>> {
  const listeners = new Set<() => void>();
  let current: Spoken<Dictionary> = { language: first, words: await dictionaries[first]() };
  let wanted = first;
  announce(first);
  return {
    current: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async speak(language) {
      wanted = language;
      storeLanguage(language);
      const words = await dictionaries[language]();
      // Somebody may have chosen again while these were on their way.
      if (wanted !== language) return;
      current = { language, words };
      announce(language);
      for (const listener of listeners) listener();
    },
  };
}

function announce(language: Language): void {
  document.documentElement.lang = language;
}
