import { z } from 'zod';
import { bookingState } from '../../input/booking-values.ts';
import { time } from '../rest-values.ts';

/** Who has the next word while it is a request; who did not answer where it has expired. */
const turn = z.enum(['ARTIST', 'CLIENT']);

/** A booking as whoever holds a link to it sees it. */
export const clientBooking = z
  .object({
    party: z.enum(['client', 'artist']),
    state: bookingState,
    start: time,
    end: time,
    zone: z.string(),
    artist: z.object({ slug: z.string(), name: z.string() }),
    service: z.string(),
    serviceId: z.uuid().nullable(),
    price: z.string(),
    deposit: z.string(),
    note: z.string().nullable(),
    answers: z.array(z.object({ label: z.string(), value: z.string() })),
    client: z.object({ name: z.string(), email: z.string(), phone: z.string().nullable() }),
    clientZone: z.string().nullable(),
    alternativeStart: time.nullable(),
    expiresAt: time.nullable(),
    unverified: z.boolean(),
    turn,
    version: z.int(),
    may: z.object({
      accept: z.boolean(),
      cancel: z.boolean(),
      reschedule: z.boolean(),
      approve: z.boolean(),
      decline: z.boolean(),
    }),
    cutOff: time.nullable(),
    series: z.array(z.object({ start: time, end: time, state: bookingState, token: z.string() })),
    message: z.string().nullable(),
    told: z.enum(['waiting', 'sent', 'unsent']).nullable().meta({
      description: 'What has become of the mail that tells the client how it stands now',
    }),
    answeredBy: z.string().nullable(),
  })
  .meta({ id: 'ClientBooking' });

/** A booking as the studio sees it. */
export const studioBooking = z
  .object({
    id: z.uuid(),
    artist: z.string(),
    artistName: z.string(),
    zone: z.string(),
    service: z.string(),
    serviceId: z.uuid().nullable(),
    price: z.string(),
    deposit: z.string(),
    state: bookingState,
    start: time,
    end: time,
    client: z.object({ name: z.string(), email: z.string(), phone: z.string().nullable() }),
    clientZone: z.string().nullable(),
    language: z.string(),
    note: z.string().nullable(),
    answers: z.array(z.object({ label: z.string(), value: z.string() })),
    alternativeStart: time.nullable(),
    imageIds: z.array(z.uuid()),
    chair: z.string().nullable(),
    seriesId: z.uuid().nullable(),
    version: z.int(),
    unverified: z.boolean(),
    turn,
    trouble: z
      .object({ code: z.string(), given: z.record(z.string(), z.unknown()).nullable(), message: z.string() })
      .nullable(),
    uid: z.string(),
    createdAt: time,
    expiresAt: time.nullable(),
  })
  .meta({ id: 'StudioBooking' });
