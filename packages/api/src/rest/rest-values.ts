import { inRange } from '@atelier/calendar/time/instant-range';
import { z } from 'zod';

/** An instant as people and programs write it: ISO 8601 with offset, `2026-03-12T10:00:00+01:00`. */
export const instant = z
  .string()
  .max(40)
  .meta({ format: 'date-time', description: 'ISO 8601 with an offset, such as 2026-03-12T10:00:00+01:00' })
  .transform((text, context) => {
    const time = readInstant(text);
    if (time !== null && inRange(time)) return time;
    context.addIssue('Write a time as 2026-03-12T10:00:00+01:00: with an offset, and one that exists.');
    return z.NEVER;
  });

const FORM = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/;

function readInstant(text: string): Date | null {
  // In an address, a plus sign that was not escaped arrives as a space.
  const written = text.replace(' ', '+');
  if (!FORM.test(written)) return null;
  try {
    return new Date(Temporal.Instant.from(written).epochMilliseconds);
  } catch {
    return null;
  }
}

/** `YYYY-MM-DD`; a date has no zone. */
export const date = z.iso.date();

/** Said by the server. */
export const time = z.iso.datetime();

export const slot = z.object({ start: time, end: time, artist: z.string() }).meta({ id: 'Slot' });
