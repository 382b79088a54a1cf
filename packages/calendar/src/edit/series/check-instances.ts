import { readObject } from '../../read/read-object.ts';
import { readEventText, seriesIn } from '../text/event-text.ts';
import { refuse } from '../text/refused.ts';
import { hasInstance } from './series-starts.ts';

const DAYS_90 = 90 * 86_400_000;

/** Whether anything is left of the event: a series of which everything is excluded must never be stored. */
export function hasAnyInstance(text: string, zone: string): boolean {
  const series = seriesIn(readEventText(text, zone));
  return series === null || hasInstance(series.series);
}

export function checkInstances(text: string, zone: string): void {
  if (!hasAnyInstance(text, zone)) {
    refuse('edit-nothing-left');
  }
}

/** Refuses a rule that gives more instances than any calendar can show, or takes too long to find them. */
export function checkPace(text: string, zone: string): void {
  const first = readObject(text, { zone, from: 0, to: 0 });
  const from = (first.ok ? first.object.firstStart : null) ?? 0;
  const read = readObject(text, { zone, from, to: from + DAYS_90 });
  if (!read.ok || read.object.flags.some((flag) => flag === 'too-many' || flag === 'too-complex')) {
    refuse('edit-rule-too-often');
  }
}
