import type { EpochMs } from '../../occurrence.ts';
import { foldLine } from '../text/fold-line.ts';
import { basicTime } from '../text/time-form.ts';
import { type Observance, observancesOf } from './observances.ts';
import { type Onset, onsetsOf, type ZoneSpan } from './onsets.ts';

/**
 * A VTIMEZONE for an IANA zone (RFC 5545, 3.6.5), right for whatever lies in the span and no longer than that takes:
 * a yearly rule for each stretch of years that has one, single dates for what follows no rule.
 */
export function timeZoneText(name: string, span: ZoneSpan, lineEnd: string): string {
  const onsets = onsetsOf(name, span);
  const observances = onsets.length > 0 ? observancesOf(onsets, span) : [];
  const parts = observances.length > 0 ? observances.flatMap(observanceLines) : fixedLines(name, span.from);
  const lines = ['BEGIN:VTIMEZONE', `TZID:${name}`, ...parts, 'END:VTIMEZONE'];
  return lines.map((line) => foldLine(line, lineEnd)).join('');
}

function observanceLines({ first, others, rule, daylight }: Observance): string[] {
  const name = daylight ? 'DAYLIGHT' : 'STANDARD';
  return [
    `BEGIN:${name}`,
    `DTSTART:${localStart(first)}`,
    `TZOFFSETFROM:${offsetText(first.before)}`,
    `TZOFFSETTO:${offsetText(first.after)}`,
    ...(rule === null ? [] : [`RRULE:${rule}`]),
    ...(others.length > 0 ? [`RDATE:${others.map(localStart).join(',')}`] : []),
    `END:${name}`,
  ];
}

/** Onsets are readings of the clock that is about to be changed. */
function localStart({ at, before }: Onset): string {
  return basicTime(at + before);
}

/** A zone whose clock has not been changed as far back as anybody asks. */
function fixedLines(name: string, from: EpochMs): string[] {
  const at = Math.min(0, from - 366 * 86_400_000);
  const zone = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(name);
  const offset = Math.round(zone.offsetNanoseconds / 1e6);
  return observanceLines({
    first: { at: at - offset, before: offset, after: offset },
    others: [],
    rule: null,
    daylight: false,
  });
}

/** `+0100`; with seconds for a local mean time of long ago. */
function offsetText(ms: number): string {
  const seconds = Math.round(Math.abs(ms) / 1_000);
  const two = (number: number) => String(number).padStart(2, '0');
  const rest = seconds % 60 === 0 ? '' : two(seconds % 60);
  return `${ms < 0 ? '-' : '+'}${two(Math.floor(seconds / 3_600))}${two(Math.floor(seconds / 60) % 60)}${rest}`;
}
