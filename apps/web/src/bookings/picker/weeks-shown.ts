import { Temporal } from 'temporal-polyfill';

/** Two, so that at a week's end the coming one is in sight too. */
const WEEKS = 2;

/**
 * The dates to choose from: the week of the chosen one and the next. They stay where they are as long as the chosen one
 * is among them, since nothing should move under a finger.
 * @param shown the dates before, none in the beginning
 * @param firstWeekday 0 is Sunday
 */
export function weeksShown(
  shown: readonly string[],
  chosen: string,
  firstWeekday: number,
): readonly string[] {
  if (shown.includes(chosen)) return shown;
  const day = Temporal.PlainDate.from(chosen);
  const back = (day.dayOfWeek - firstWeekday + 7) % 7;
  return Array.from({ length: WEEKS * 7 }, (_, index) => day.add({ days: index - back }).toString());
}
