import { languageOf } from '../i18n/language.ts';
import { browserZone } from '../time/zone-name.ts';
import type { Guesses } from './studio-form.ts';

/** What this browser suggests to a studio that has told nothing yet. @param language in which the page is read */
export function browserGuesses(language: string): Guesses {
  return { zone: browserZone(), language: languageOf(language, []), origin: location.origin };
}
