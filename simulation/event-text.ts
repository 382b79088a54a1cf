/** The fields that the people of a simulation write into, each with values that occur once in a run. */
export const FIELDS = ['SUMMARY', 'LOCATION', 'DESCRIPTION', 'DTSTART', 'X-STUDIO-NOTE'] as const;
export type Field = (typeof FIELDS)[number];

const EPOCH = Temporal.Instant.from('2026-04-01T00:00:00Z');

/** The one value of a field that number `n` stands for. */
export function valueOf(field: Field, n: number): string {
  if (field !== 'DTSTART') return `${field.slice(-4).toLowerCase()}${n}`;
  return EPOCH.add({ minutes: 15 * n })
    .toString({ smallestUnit: 'second' })
    .replace(/[-:]/g, '');
}

export function eventText(uid: string, values: ReadonlyMap<Field, string>): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Somebody else//Phone 1.0//EN',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    'DTSTAMP:20260401T000000Z',
    ...[...values].map(([field, value]) => `${field}:${value}`),
    'DURATION:PT1H',
    'X-APPLE-TRAVEL-ADVISORY-BEHAVIOR;X-ODD="a;b":AUTOMATIC',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER:-PT15M',
    'DESCRIPTION:Soon',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}

export function uidIn(text: string): string | null {
  return /^UID:(.*?)\r?$/m.exec(text)?.[1] ?? null;
}

export function fieldIn(text: string, field: Field): string | null {
  const event = text.replace(/BEGIN:VALARM[\s\S]*?END:VALARM/g, '');
  return new RegExp(`^${field}(?:;[^:\\r\\n]*)?:(.*?)\\r?$`, 'm').exec(event)?.[1] ?? null;
}

/** As a phone does it that keeps everything else as it was; an event that is moved stays as long as it is. */
export function withField(text: string, field: Field, value: string): string {
  if (field !== 'DTSTART') return withLine(text, field, value);
  return withLine(text, field, value).replace(/^DTEND[;:].*$/m, 'DURATION:PT1H');
}

function withLine(text: string, field: Field, value: string): string {
  const alarm = text.indexOf('BEGIN:VALARM');
  const pattern = new RegExp(`^${field}(?:;[^:\\r\\n]*)?:.*$`, 'gm');
  for (const match of text.matchAll(pattern)) {
    const inAlarm = alarm >= 0 && match.index > alarm && match.index < text.indexOf('END:VALARM');
    if (inAlarm) continue;
    const line = match[0].endsWith('\r') ? `${field}:${value}\r` : `${field}:${value}`;
    return text.slice(0, match.index) + line + text.slice(match.index + match[0].length);
  }
  return text.replace(/^UID:/m, `${field}:${value}\r\nUID:`);
}
