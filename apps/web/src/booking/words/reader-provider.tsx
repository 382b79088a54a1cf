import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { formatLocaleOf, type Language } from '../../i18n/language.ts';
import { browserZone } from '../../time/zone-name.ts';
import { createFormats } from '../time/formats.ts';
import { go } from '../url/location.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { chosenLanguage, storeLanguage, withLanguage } from './language-choice.ts';
import { type Reader, ReaderContext } from './words.ts';

const DICTIONARIES = { en, fr };

/** Chooses the language, and remembers another choice. */
export function ReaderProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() => chosenLanguage(location.search));
  const reader: Reader = useMemo(
    () => ({
      language,
      words: DICTIONARIES[language],
      formats: createFormats(formatLocaleOf(language, navigator.languages, browserZone())),
      speak(next) {
        storeLanguage(next);
        go(`${location.pathname}${withLanguage(location.search, next)}`, { replace: true });
        setLanguage(next);
      },
    }),
    [language],
  );
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return <ReaderContext value={reader}>{children}</ReaderContext>;
}
