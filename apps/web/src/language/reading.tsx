import type { Language } from '@atelier/words/language';
import { createContext, type ReactNode, use, useMemo, useSyncExternalStore } from 'react';
import { createFormats, type Formats } from '../time/formats.ts';
import { browserZone } from '../time/zone-name.ts';
import { formatLocaleOf } from './format-locale.ts';
import type { Speech, Spoken } from './speech.ts';

/** Who reads: the words of their language, and how it writes times. */
export interface Reader<Dictionary> extends Spoken<Dictionary> {
  readonly formats: Formats;
  readonly speak: (language: Language) => void;
}

interface ProviderProps<Dictionary> {
  readonly speech: Speech<Dictionary>;
  readonly children: ReactNode;
}

/** One page's reader: the studio's pages and the booking page each have words of their own. */
export function createReading<Dictionary>() {
  const Context = createContext<Reader<Dictionary> | null>(null);

  function ReaderProvider({ speech, children }: ProviderProps<Dictionary>) {
    const { language, words } = useSyncExternalStore(speech.subscribe, speech.current);
    const reader = useMemo(
      () => ({
        language,
        words,
        formats: createFormats(formatLocaleOf(language, navigator.languages, browserZone())),
        speak: (next: Language) => void speech.speak(next),
      }),
      [speech, language, words],
    );
    return <Context value={reader}>{children}</Context>;
  }

  function useReader(): Reader<Dictionary> {
    const reader = use(Context);
    if (!reader) throw new Error('no reader above this component');
    return reader;
  }

  return { ReaderProvider, useReader };
}
