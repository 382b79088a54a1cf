import { z } from 'zod';

/** Names an artist in addresses; `any` is whoever is free. */
export const slug = z.string().regex(/^[a-z0-9-]{1,60}$/, 'This names no artist.');

/** IANA name. */
export const zone = z
  .string()
  .max(80)
  .meta({ description: 'IANA time zone, such as Europe/Zurich' })
  .refine(isTimeZone, 'This is not a time zone; one looks like Europe/Zurich.');

function isTimeZone(name: string): boolean {
  try {
    Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

export const date = z.string().regex(/^\d{4}-\d\d-\d\d$/, 'Dates are written 2026-12-31.');

export const bookingState = z.enum([
  'REQUESTED',
  'CONFIRMED',
  'DECLINED',
  'EXPIRED',
  'WITHDRAWN',
  'CANCELLED',
  'COMPLETED',
  'NO_SHOW',
]);
