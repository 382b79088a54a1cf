import { DATE_RULES as EN_DATES } from '../en/dates.ts';
import { FEAST_RULES as EN_FEASTS } from '../en/feasts.ts';
import { HABITS as EN_HABITS } from '../en/habits.ts';
import { REPEAT_RULES as EN_REPEATS } from '../en/repeats.ts';
import { TIME_RULES as EN_TIMES } from '../en/times.ts';
import { WORDS as EN_WORDS } from '../en/words.ts';
import { DATE_RULES as FR_DATES } from '../fr/dates.ts';
import { FEAST_RULES as FR_FEASTS } from '../fr/feasts.ts';
import { HABITS as FR_HABITS } from '../fr/habits.ts';
import { REPEAT_RULES as FR_REPEATS } from '../fr/repeats.ts';
import { TIME_RULES as FR_TIMES } from '../fr/times.ts';
import { WORDS as FR_WORDS } from '../fr/words.ts';
import type { QuickLanguage } from '../sentence.ts';
import { type Grammar, grammarOf } from './chart.ts';
import { CLOCKS, LENGTHS } from './clock.ts';
import { digitDates } from './digit-dates.ts';
import type { Habits } from './habits.ts';
import { READERS } from './readers.ts';

const RULES = {
  en: [EN_WORDS, EN_TIMES, EN_FEASTS, EN_DATES, EN_REPEATS],
  fr: [FR_WORDS, FR_TIMES, FR_FEASTS, FR_DATES, FR_REPEATS],
};

const built = new Map<string, Grammar>();

/** @param dayFirst whether 12/03 is the 12th of March */
export function grammarFor(language: QuickLanguage, dayFirst: boolean): Grammar {
  const name = `${language} ${dayFirst}`;
  const grammar =
    built.get(name) ??
    grammarOf([...digitDates(dayFirst), ...CLOCKS, ...LENGTHS, ...RULES[language].flat()], new Map(READERS));
  built.set(name, grammar);
  return grammar;
}

export const HABITS: Readonly<Record<QuickLanguage, Habits>> = { en: EN_HABITS, fr: FR_HABITS };
