import i18next, { type i18n } from 'i18next';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { LANGUAGES, type Language, languageOf } from './language.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof en };
  }
}

const STORED = 'atelier.language';

export function createI18n(language: Language): i18n {
  const instance = i18next.createInstance();
  void instance.init({
    lng: language,
    fallbackLng: 'en',
    supportedLngs: [...LANGUAGES],
    resources: { en: { translation: en }, fr: { translation: fr } },
    // React escapes; escaping twice would show entities.
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return instance;
}

/** The dictionaries in the language of this browser; a later choice is remembered. */
export function browserI18n(): i18n {
  const instance = createI18n(languageOf(localStorage.getItem(STORED), navigator.languages));
  const announce = (language: string) => {
    document.documentElement.lang = language;
  };
  announce(instance.language);
  instance.on('languageChanged', (language) => {
    localStorage.setItem(STORED, language);
    announce(language);
  });
  return instance;
}

/** Whether somebody has chosen a language in this browser, rather than only being given one. */
export function hasChosenLanguage(): boolean {
  return localStorage.getItem(STORED) !== null;
}
