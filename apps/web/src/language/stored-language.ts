import type { Language } from '@atelier/words/language';

/** The studio's pages and the booking page share it. */
const STORED = 'atelier.language';

/** What somebody has chosen in this browser, rather than only been given; null where nobody has. */
export function storedLanguage(): string | null {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
}

export function storeLanguage(language: Language): void {
  try {
    localStorage.setItem(STORED, language);
  } catch {
    // Inside somebody else's page it may be forbidden; it counts until the page is left.
  }
}
