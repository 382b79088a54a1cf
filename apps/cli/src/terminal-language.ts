import { type Language, nearestLanguage } from '@atelier/words/language';
import type { Shell } from './shell.ts';

/** In which people read what a command says, where there are words for it; what programs read of it stays English. */
export function terminalLanguage({ LC_ALL, LC_MESSAGES, LANG }: Shell['env']): Language {
  return nearestLanguage(LC_ALL || LC_MESSAGES || LANG || null);
}
