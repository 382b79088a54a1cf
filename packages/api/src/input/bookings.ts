import { z } from 'zod';
import { clientInput } from './booking.ts';
import { bookingState, slug, zone } from './booking-values.ts';
import { instant, whole } from './instant.ts';

export const bookingsInput = z.object({
  states: z.array(bookingState).max(8).optional(),
  from: instant.optional(),
  to: instant.optional(),
  artist: slug.optional(),
});

const version = whole.optional();
/** The person knows that a calendar does not answer, and decides all the same. */
const unverified = z.boolean().optional();

export const answerBookingInput = z.object({
  id: z.uuid(),
  action: z.enum(['confirm', 'decline', 'cancel', 'complete', 'no-show']),
  version,
  unverified,
  message: z.string().max(4_000).nullish(),
});

export const moveBookingInput = z.object({
  id: z.uuid(),
  start: instant,
  version,
  unverified,
  message: z.string().max(4_000).nullish(),
});

export const addBookingInput = z.object({
  key: z.uuid(),
  artist: slug,
  serviceId: z.uuid(),
  start: instant,
  client: clientInput,
  note: z.string().max(4_000).nullish(),
  confirmed: z.boolean(),
  every: z
    .union([
      z.object({ weeks: z.number().int().min(1).max(52) }).strict(),
      z.object({ days: z.number().int().min(1).max(366) }).strict(),
    ])
    .optional(),
  count: z.number().int().min(1).max(52).optional(),
  language: z.enum(['en', 'fr']).optional(),
  zone: zone.nullish(),
});
