import { type Language, languageOf } from '../../i18n/language.ts';

/** Where the studio's own pages keep the choice too. */
const STORED = 'atelier.language';

/** What the address says, else what was chosen here before, else what the browser speaks. */
export function chosenLanguage(search: string): Language {
  return languageOf(new URLSearchParams(search).get('lang') ?? stored(), navigator.languages);
}

function stored(): string | null {
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

/** An address that names a language names the chosen one from now on. */
export function withLanguage(search: string, language: Language): string {
  const parameters = new URLSearchParams(search);
  if (!parameters.has('lang')) return search;
  parameters.set('lang', language);
  return `?${parameters.toString().replaceAll('%3A', ':')}`;
}
