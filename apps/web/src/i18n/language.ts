export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What each language calls itself. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', fr: 'Français' };

const isLanguage = (value: string | null | undefined): value is Language =>
  LANGUAGES.some((known) => known === value);

/** The language that was chosen, else the first of the browser's that we speak. */
export function languageOf(chosen: string | null, browser: readonly string[]): Language {
  if (isLanguage(chosen)) return chosen;
  return browser.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'en';
}

/**
 * BCP 47 tag by which dates are written: the browser's own region where it speaks the language.
 * `en-US` is what many browsers outside America are delivered with, so it counts only in an American zone.
 */
export function formatLocaleOf(language: Language, browser: readonly string[], browserZone: string): string {
  const own = browser.find((tag) => tag.toLowerCase().startsWith(`${language}-`));
  if (own && (own !== 'en-US' || browserZone.startsWith('America/'))) return own;
  return language === 'en' ? 'en-GB' : 'fr-FR';
}
