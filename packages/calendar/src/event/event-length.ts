import type { TimeProperty } from '../text/time-property.ts';
import { rawValue } from '../text/value-start.ts';
import { readDuration } from '../time/duration.ts';
import type { ZoneResolver } from '../zone/resolve-zone.ts';
import type { EventLines } from './event-lines.ts';
import type { Moment } from './moment.ts';
import { type Length, lengthOf, lengthUntil, type ReadLength, restOfDay } from './series/length.ts';

/**
 * How long an event says it lasts. No end, where neither DTEND nor DURATION stands in it, is null; an end that nobody
 * understands is another thing and never makes an event of no length (T4).
 */
export function eventLength(
  lines: EventLines,
  start: Moment,
  ends: readonly TimeProperty[],
  zones: ZoneResolver,
): { readonly length: Length | null; readonly doubt: ReadLength['doubt'] } {
  const [entry] = ends.flatMap(({ values }) => values);
  const [first] = ends;
  if (entry) {
    const read = lengthUntil(start, entry.time, zones);
    // The time itself was put right; that is told of in its own words.
    return { ...read, doubt: read.doubt ?? (first?.mended ? 'mended-end' : null) };
  }
  const durations = lines.all('DURATION');
  if (first === undefined && durations.length === 0) return { length: null, doubt: null };
  const [said] = durations.flatMap((line) => readDuration(rawValue(line)) ?? []);
  if (!said) return { length: restOfDay(start, zones), doubt: 'invalid-end' };
  const plain = first === undefined && !said.mended;
  return { length: lengthOf(start, said), doubt: plain ? null : 'mended-end' };
}
