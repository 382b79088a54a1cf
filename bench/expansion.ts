import { readObject } from '@atelier/calendar/read-object';
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
    const [ours, theirs] = [expansionOf(rule), () => peerExpansion(rule)];
    if (ours() !== theirs()) throw new Error(`${rule}: ${ours()} occurrences here, ${theirs()} there`);
    return { rule, atelier: perSecond(ours), rruleTemporal: perSecond(theirs) };
  });
}

function expansionOf(rule: string): () => number {
  const text = seriesText(rule);
  return () => {
    const read = readObject(text, { zone: 'Europe/Zurich', from: FROM, to: TO });
    if (!read.ok) throw new Error(read.reason);
    return read.object.occurrences.length;
  };
}

function peerExpansion(rule: string): number {
  const rruleString = `DTSTART;TZID=Europe/Zurich:20260113T100000\nRRULE:${rule}`;
  return new RRuleTemporal({ rruleString }).between(new Date(FROM), new Date(TO), true).length;
}

/** Warm first, then for the same time on both sides. */
function perSecond(expand: () => number): number {
  for (const warm = performance.now() + LEAST_MS / 2; performance.now() < warm; ) expand();
  const began = performance.now();
  let count = 0;
  while (performance.now() - began < LEAST_MS) count += expand();
  return count / ((performance.now() - began) / 1_000);
}

function seriesText(rule: string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//bench//',
    'BEGIN:VEVENT',
    'UID:series',
    'DTSTAMP:20260101T000000Z',
  ];
  lines.push('DTSTART;TZID=Europe/Zurich:20260113T100000', 'DTEND;TZID=Europe/Zurich:20260113T110000');
  return [...lines, `RRULE:${rule}`, 'SUMMARY:Series', 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');
}
