import type { Temporal } from 'temporal-polyfill';
import { type Day, dayOf } from '../day/day.ts';
import { Chart } from '../grammar/chart.ts';
import { grammarFor, HABITS } from '../grammar/languages.ts';
import { LONGEST_SENTENCE, type QuickQuestion } from '../sentence.ts';
import { mendWords } from '../text/mend-words.ts';
import { tokenize } from '../text/tokens.ts';
import type { Reading } from './reading.ts';

/** A sentence as tokens, with the grammar of its language at hand. */
export function readingOf(sentence: string, question: QuickQuestion): Reading {
  const { language, now } = question;
  const habits = HABITS[language];
  const tokens = mendWords(tokenize(sentence.slice(0, LONGEST_SENTENCE)), habits.mended);
  const grammar = grammarFor(language, question.dayFirst ?? language === 'fr');
  return { sentence, tokens, chart: new Chart(tokens, grammar), habits, question, today: dayOn(now) };
}

/** The day that a clock shows. */
const dayOn = ({ year, month, day }: Temporal.ZonedDateTime): Day => dayOf(year, month, day) ?? 0;
