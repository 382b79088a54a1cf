import { type Start, startAt, startNamed } from '../../event/series/rule-starts.ts';
import type { Series } from '../../event/series/series.ts';
import type { StepBudget } from '../../rule/step-budget.ts';
import { contentLine, timesLine } from '../../text/content-line.ts';
import type { SourceComponent, SourceLine } from '../../text/source-document.ts';
import { readTimes, type TimeEntry } from '../../text/time-property.ts';
import { type DayNumber, dayOfWall, wallOfDay } from '../../time/civil.ts';
import { parseTime, type TimeValue } from '../../time/time-value.ts';
import { mapLines, rewriteLine } from '../text/component-lines.ts';
import { refuse } from '../text/refused.ts';
import { basicTime, type TimeForm, timesText, valueIn } from '../text/time-form.ts';
import { findPlanned, plannedAt } from './series-starts.ts';

/** A series that becomes another: it begins elsewhere, or has another rule. */
export interface SeriesChange {
  readonly old: Series;
  readonly next: Series;
  /** How the new DTSTART is written. */
  readonly form: TimeForm;
  readonly budget: StepBudget;
}

function delta({ old, next }: SeriesChange): number {
  return next.first.wall - old.first.wall;
}

/** Where an instance of the old series comes to lie, whether or not the new one has an instance there. */
function shifted(change: SeriesChange, old: Start): Start {
  const planned = plannedAt(change.old, old.at, change.budget)?.start ?? old;
  return startAt(change.next, planned.wall + delta(change));
}

/**
 * The instance of the new series that an exception to the old one is about: moved along with the series, else where
 * it was. Null where the new series has neither.
 */
export function movedInstance(change: SeriesChange, time: TimeValue): Start | null {
  const named = startNamed(change.old, time);
  const stays = { wall: change.next.first.zone.toWall(named.at), at: named.at };
  const candidates = [shifted(change, named), stays];
  return candidates.find(({ at }) => plannedAt(change.next, at, change.budget) !== null) ?? null;
}

/** RDATE moves along with the series. */
export function moveAdditions(event: SourceComponent, change: SeriesChange): SourceComponent {
  return mapLines(event, (line) => {
    if (line.name !== 'RDATE') return line;
    const entries = entriesOf(line);
    const moved = entries.map(({ time, end }) => ({
      start: shifted(change, startNamed(change.old, time)),
      end,
    }));
    const values = moved.map(({ start, end }) => {
      const value = valueIn(change.form, start) ?? `${basicTime(start.at)}Z`;
      return end === null || change.form.kind === 'date' ? value : `${value}/${movedEnd(change, end, start)}`;
    });
    return rewriteLine(line, timesText('RDATE', change.form, values, line.text));
  });
}

/** The end of a PERIOD: a duration stays, a time moves as the start does. */
function movedEnd(change: SeriesChange, end: string, start: Start): string {
  const time = parseTime(end);
  if (!time) return end;
  const named = startNamed(change.old, time.kind === 'local' ? { ...time, tzid: null } : time);
  const until = startAt(change.next, named.wall + delta(change));
  return valueIn(change.form, until.at < start.at ? start : until) ?? `${basicTime(until.at)}Z`;
}

/** EXDATE: what still excludes an instance moves along with it, the rest goes. */
export function moveExclusions(event: SourceComponent, change: SeriesChange): SourceComponent {
  return mapLines(event, (line) => {
    if (line.name !== 'EXDATE') return line;
    const moved = entriesOf(line).flatMap((entry) => movedExclusion(change, entry) ?? []);
    if (moved.length === 0) return null;
    const days = moved.filter((each) => each.form.kind === 'date');
    const times = moved.filter((each) => each.form.kind !== 'date');
    return [days, times].flatMap((each) => exclusionLines(line, each));
  });
}

interface Exclusion {
  readonly form: TimeForm;
  readonly start: Start;
}

function movedExclusion(change: SeriesChange, { time }: TimeEntry): Exclusion | null {
  if (time.kind === 'date' && change.old.first.kind === 'clock') return movedDay(change, time.day);
  const start = movedInstance(change, time);
  return start && { form: change.form, start };
}

/** A date takes out all that begins on that day. */
function movedDay(change: SeriesChange, day: DayNumber): Exclusion | null {
  const { old, next, budget } = change;
  const timeOfDay = old.first.wall - wallOfDay(dayOfWall(old.first.wall));
  const moved = dayOfWall(wallOfDay(day) + timeOfDay + delta(change));
  const { zone } = next.first;
  const found = [moved, day].find((each) => {
    const range = { from: zone.startOfDay(each), to: zone.startOfDay(each + 1) };
    return findPlanned(next, range, undefined, budget) !== null;
  });
  if (found === undefined) return null;
  return { form: { kind: 'date' }, start: { wall: wallOfDay(found), at: zone.startOfDay(found) } };
}

/** One line, and another in UTC for what the form cannot say. */
function exclusionLines(line: SourceLine, exclusions: readonly Exclusion[]): SourceLine[] {
  const [first] = exclusions;
  if (!first) return [];
  const said = exclusions.flatMap(({ form, start }) => valueIn(form, start) ?? []);
  const unsaid = exclusions.filter(({ form, start }) => valueIn(form, start) === null);
  const lines = said.length > 0 ? [timesText('EXDATE', first.form, said, line.text)] : [];
  if (unsaid.length > 0) {
    const values = unsaid.map(({ start }) => `${basicTime(start.at)}Z`);
    lines.push(timesText('EXDATE', { kind: 'utc' }, values, line.text));
  }
  return lines.map((text) => rewriteLine(line, text));
}

/** All entries of a line of times; a value among them that is none is lost with the first change. */
function entriesOf(line: SourceLine): readonly TimeEntry[] {
  return readTimes(line.text).values;
}

/** Only the values of a line that `keep` takes; the line as it is where it takes all, null where it takes none. */
export function keepValues(line: SourceLine, keep: (time: TimeEntry) => boolean): SourceLine | null {
  const apart = timesLine(line.text);
  if (!apart) return contentLine(line.text).value.trim() === '' ? line : unreadable();
  const head = line.text.slice(0, line.text.length - apart.value.length);
  const values = apart.value.split(',');
  const kept = values.filter((value) => readTimes(head + value).values.every(keep));
  if (kept.length === values.length) return line;
  return kept.length === 0 ? null : rewriteLine(line, head + kept.join(','));
}

function unreadable(): never {
  return refuse('edit-date-unreadable');
}
