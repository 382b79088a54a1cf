import { z } from 'zod';
import { date, slug, zone } from './booking-values.ts';
import { instant } from './instant.ts';

const token = z.string().min(1).max(200);
const service = { artist: slug, serviceId: z.uuid() };

/** Token of the link to the booking that is to be moved. */
const booking = token.nullish();
/** What of one's own is not in one's own way. */
const excepted = { hold: token.nullish(), booking };

/** What somebody types about themselves. */
export const clientInput = z.object({
  name: z.string().max(200),
  email: z.string().max(300),
  phone: z.string().max(60).nullish(),
});

export const slotsInput = z.object({
  ...service,
  from: date,
  to: date,
  zone: zone.optional(),
  ...excepted,
  bookingId: z.uuid().optional(),
});

/** The same, and what the client library adds when it comes back. */
export const watchSlotsInput = slotsInput.extend({ lastEventId: z.string().max(40).nullish() });

export const nextInput = z.object({ ...service, after: instant, zone: zone.optional(), booking });
export const checkInput = z.object({
  ...service,
  start: instant,
  ...excepted,
  bookingId: z.uuid().optional(),
});
export const holdInput = z.object({ ...service, start: instant, hold: token.nullish() });
export const heldInput = z.object({ hold: token });

export const submitInput = z.object({
  /** Made when the form is opened: sending twice books once. */
  key: z.uuid(),
  ...service,
  start: instant,
  zone: zone.nullish(),
  language: z.enum(['en', 'fr']),
  client: clientInput,
  note: z.string().max(4_000).nullish(),
  /** By id of the question. */
  answers: z.record(z.string().max(64), z.string().max(2_000)).optional(),
  alternativeStart: instant.nullish(),
  hold: token.nullish(),
  /** Tokens of uploads. */
  images: z.array(token).max(5).optional(),
  /** A field that no person sees. */
  website: z.string().max(500).nullish(),
  proof: z.string().max(2_000).nullish(),
});
