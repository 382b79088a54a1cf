import { readObject } from '@atelier/calendar/read/read-object';
import { RRuleTemporal } from 'rrule-temporal';

export interface ExpansionRate {
  readonly rule: string;
  /** Occurrences a second, one warm thread, reading of the text included on both sides. */
  readonly atelier: number;
  readonly rruleTemporal: number;
}

const RULES = ['FREQ=DAILY', 'FREQ=WEEKLY;BYDAY=TU,TH', 'FREQ=MONTHLY;BYDAY=2TU', 'FREQ=YEARLY'];
const FROM = Date.UTC(2026, 0, 1);
const TO = FROM + 10 * 366 * 86_400_000;
const LEAST_MS = 500;

/** How quickly common rules are expanded over ten years, beside rrule-temporal in the same process. */
export function measureExpansion(): ExpansionRate[] {
  return RULES.map((rule) => {
    const [ours, theirs] = [expansionOf(rule), peerExpansion(rule)];
    if (ours(0) !== theirs(0)) throw new Error(`${rule}: ${ours(0)} occurrences here, ${theirs(0)} there`);
    return { rule, atelier: perSecond(ours), rruleTemporal: perSecond(theirs) };
  });
}

/** Another series every time: a calendar does not hold one text a thousand times. */
function startOf(round: number): string {
  const start = Temporal.PlainDateTime.from('2026-01-13T06:00').add({ minutes: (round * 7) % 900 });
  return start.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');
}

type Expand = (round: number) => number;

function expansionOf(rule: string): Expand {
  return (round) => {
    const read = readObject(seriesText(rule, round), { zone: 'Europe/Zurich', from: FROM, to: TO });
    if (!read.ok) throw new Error(read.reason);
    return read.object.occurrences.length;
  };
}

function peerExpansion(rule: string): Expand {
  return (round) => {
    const rruleString = `DTSTART;TZID=Europe/Zurich:${startOf(round)}\nRRULE:${rule}`;
    return new RRuleTemporal({ rruleString }).between(new Date(FROM), new Date(TO), true).length;
  };
}

/** Warm first, then for the same time on both sides. */
function perSecond(expand: Expand): number {
  let round = 0;
  const once = () => {
    round += 1;
    return expand(round);
  };
  for (const warm = performance.now() + LEAST_MS / 2; performance.now() < warm; ) once();
  const began = performance.now();
  let count = 0;
  while (performance.now() - began < LEAST_MS) count += once();
  return count / ((performance.now() - began) / 1_000);
}

function seriesText(rule: string, round: number): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//bench//',
    'BEGIN:VEVENT',
    `UID:series-${round}`,
    'DTSTAMP:20260101T000000Z',
    `DTSTART;TZID=Europe/Zurich:${startOf(round)}`,
    'DURATION:PT1H',
    `RRULE:${rule}`,
    `SUMMARY:Series ${round}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}
