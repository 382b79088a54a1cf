import type { Language } from '@atelier/words/language';

/**
 * BCP 47 tag by which dates are written: the browser's own region where it speaks the language.
 * `en-US` is what many browsers outside America are delivered with, so it counts only in an American zone.
 */
export function formatLocaleOf(language: Language, browser: readonly string[], browserZone: string): string {
  const own = browser.find((tag) => tag.toLowerCase().startsWith(`${language}-`));
  if (own && (own !== 'en-US' || browserZone.startsWith('America/'))) return own;
  return language === 'en' ? 'en-GB' : 'fr-FR';
}
