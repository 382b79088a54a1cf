import type { Language } from '@atelier/words/language';

/** An address that names a language names the chosen one from now on. */
export function withLanguage(search: string, language: Language): string {
  const parameters = new URLSearchParams(search);
  if (!parameters.has('lang')) return search;
  parameters.set('lang', language);
  return `?${parameters.toString().replaceAll('%3A', ':')}`;
}
