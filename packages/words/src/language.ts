export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What each language calls itself. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', fr: 'Français' };

const isLanguage = (value: string | null | undefined): value is Language =>
  LANGUAGES.some((known) => known === value);

/** The language that was chosen, else the first of the wished-for tags (RFC 5646) that we speak. */
export function languageOf(chosen: string | null, wished: readonly string[]): Language {
  if (isLanguage(chosen)) return chosen;
  return wished.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'en';
}

/** The one that is nearest to a language tag (RFC 5646); English for all others. */
export function nearestLanguage(tag: string | null): Language {
  return /^fr(?![a-z])/i.test(tag ?? '') ? 'fr' : 'en';
}
