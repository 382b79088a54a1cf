import { dateText } from './day/day.ts';
import type { DateSpec } from './day/spec.ts';
import { wholeMonth } from './day/stretch.ts';
import { candidates } from './decide/candidates.ts';
import { readingOf } from './decide/reading-of.ts';
import type { QuickQuestion } from './sentence.ts';

/** The day that words name, `YYYY-MM-DD`: "next Friday", "12 mars", "in two weeks"; null where they name none. */
export function readDate(
  text: string,
  question: Pick<QuickQuestion, 'language' | 'now' | 'dayFirst'>,
): string | null {
  const reading = readingOf(text, question);
  const dates = candidates(reading, new Set())
    .filter(({ category }) => category === 'date')
    .toSorted((a, b) => b.score - a.score);
  const found = (dates[0]?.value as DateSpec | undefined)?.find(reading.today, reading.today);
  if (found) return dateText(found.first);
  // A month by itself is where one wants to go, and in a sentence a name as often: May.
  const month = reading.chart.find('month', 0)[0];
  if (month?.to !== reading.tokens.length) return null;
  const first = readingMonth(month.value, reading.today);
  return first === null ? null : dateText(first);
}

const readingMonth = (month: number, today: number): number | null =>
  wholeMonth(month).find(today, today)?.first ?? null;
