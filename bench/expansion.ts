import { readObject } from '@atelier/calendar/read-object';

const RULES = ['FREQ=DAILY', 'FREQ=WEEKLY;BYDAY=TU,TH', 'FREQ=MONTHLY;BYDAY=2WE', 'FREQ=YEARLY'];
const HORIZON_MS = 10 * 366 * 86_400_000;
const ROUNDS = 200;

/** Occurrences a second for the common rules, one thread, parsing of the text included. */
export function runExpansion(): void {
  console.log('\nexpansion, parse included, ten years in Europe/Zurich');
  const from = Date.UTC(2026, 0, 1);
  for (const rule of RULES) {
    const text = seriesText(rule);
    const expand = () => {
      const read = readObject(text, { zone: 'Europe/Zurich', from, to: from + HORIZON_MS });
      return read.ok ? read.object.occurrences.length : 0;
    };
    for (let round = 0; round < ROUNDS; round += 1) expand();
    const began = performance.now();
    let count = 0;
    for (let round = 0; round < ROUNDS; round += 1) count += expand();
    const perSecond = count / ((performance.now() - began) / 1_000);
    console.log(`  ${rule.padEnd(26)} ${Math.round(perSecond).toLocaleString('en')} occurrences a second`);
  }
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
  lines.push('DTSTART;TZID=Europe/Zurich:20260106T100000', 'DTEND;TZID=Europe/Zurich:20260106T110000');
  return [...lines, `RRULE:${rule}`, 'SUMMARY:Series', 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');
}
