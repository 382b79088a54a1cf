import type { Language } from '@atelier/words/language';
import { browserZone } from '../time/zone-name.ts';
import type { Guesses } from './studio-form.ts';

/** What this browser suggests to a studio that has told nothing yet. @param language in which the page is read */
export function browserGuesses(language: Language): Guesses {
  return { zone: browserZone(), language: language, origin: location.origin };
}
