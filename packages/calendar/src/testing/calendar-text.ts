import type { Occurrence, ReadContext, ReadObject } from '../occurrence.ts';
import { readObject } from '../read/read-object.ts';

export const BERLIN_2026: ReadContext = {
  zone: 'Europe/Berlin',
  from: Date.UTC(2026, 0, 1),
  to: Date.UTC(2027, 0, 1),
};

/** A VEVENT of these lines, with a UID unless they bring one. */
export function event(...lines: string[]): string {
  const uid = lines.some((line) => /^UID[:;]/.test(line)) ? [] : ['UID:one@example.org'];
  return ['BEGIN:VEVENT', ...uid, ...lines, 'END:VEVENT', ''].join('\r\n');
}

export function calendar(...components: string[]): string {
  return `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//EN\r\n${components.join('')}END:VCALENDAR\r\n`;
}

/** Reads a text that must be readable. */
export function read(text: string, context: Partial<ReadContext> = {}): ReadObject {
  const result = readObject(text, { ...BERLIN_2026, ...context });
  if (!result.ok) throw new Error(result.reason);
  return result.object;
}

/** Reads one event of these lines. */
export function readEventOf(...lines: string[]): ReadObject {
  return read(calendar(event(...lines)));
}

export function instant(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}

/** `2026-03-29T01:30:00Z` of each occurrence, or its day. */
export function startsOf({ occurrences }: { readonly occurrences: readonly Occurrence[] }): string[] {
  return occurrences.map((occurrence) => occurrence.startDate ?? instant(occurrence.start));
}

/** `start/end` of each occurrence. */
export function spansOf({ occurrences }: { readonly occurrences: readonly Occurrence[] }): string[] {
  return occurrences.map(({ start, end, startDate, endDate }) =>
    startDate ? `${startDate}/${endDate}` : `${instant(start)}/${instant(end)}`,
  );
}
