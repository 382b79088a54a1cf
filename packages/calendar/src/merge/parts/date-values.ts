import { newLine } from '../../edit/text/component-lines.ts';
import { contentLine, lineText, timesLine } from '../../text/content-line.ts';
import type { SourceLine, SourceNode } from '../../text/source-document.ts';
import { readTimes, type TimeEntry } from '../../text/time-property.ts';

/** One value of an EXDATE or RDATE, whose lines may hold several. */
export interface DateValue {
  readonly line: SourceLine;
  /** As written. */
  readonly written: string;
  /** The same for two values exactly when they name the same. */
  readonly key: string;
}

/** The values of these lines in file order; one that cannot be read names what it says. */
export function dateValues(
  nodes: readonly SourceNode[],
  nameOf: (entry: TimeEntry) => string,
): readonly DateValue[] {
  return nodes.flatMap((line) => {
    if (line.kind !== 'line') return [];
    const content = timesLine(line.text) ?? contentLine(line.text);
    return content.value.split(',').flatMap((written): DateValue[] => {
      if (written.trim() === '') return [];
      const [entry] = readTimes(lineText({ ...content, value: written })).values;
      return [{ line, written, key: entry ? nameOf(entry) : written }];
    });
  });
}

/** Their lines without the values that go, and behind them what only mine has; untouched lines stay as they are. */
export function joinedDates(
  theirs: readonly DateValue[],
  mine: readonly DateValue[],
  isWanted: (key: string) => boolean,
): SourceNode[] {
  const there = new Set(theirs.map(({ key }) => key));
  return [...linesWith(theirs, isWanted), ...linesWith(mine, (key) => isWanted(key) && !there.has(key))];
}

function linesWith(values: readonly DateValue[], isWanted: (key: string) => boolean): SourceNode[] {
  const byLine = Map.groupBy(values, ({ line }) => line);
  return [...byLine].flatMap(([line, all]) => {
    const kept = all.filter(({ key }) => isWanted(key));
    if (kept.length === all.length) return [line];
    if (kept.length === 0) return [];
    const content = timesLine(line.text) ?? contentLine(line.text);
    const value = kept.map(({ written }) => written).join(',');
    return [newLine(lineText({ ...content, value }), line.raw.endsWith('\r\n') ? '\r\n' : '\n')];
  });
}
