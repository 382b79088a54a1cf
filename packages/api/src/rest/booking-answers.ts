import { z } from 'zod';
import { time } from './rest-values.ts';

const state = z.enum([
  'REQUESTED',
  'CONFIRMED',
  'DECLINED',
  'EXPIRED',
  'WITHDRAWN',
  'CANCELLED',
  'COMPLETED',
  'NO_SHOW',
]);

/** A booking as whoever holds a link to it sees it. */
export const clientBooking = z
  .object({
    party: z.enum(['client', 'artist']),
    state,
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
    version: z.int(),
    may: z.object({
      cancel: z.boolean(),
      reschedule: z.boolean(),
      approve: z.boolean(),
      decline: z.boolean(),
    }),
    cutOff: time.nullable(),
    series: z.array(z.object({ start: time, end: time, state, token: z.string() })),
    message: z.string().nullable(),
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
    state,
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
    trouble: z.string().nullable(),
    uid: z.string(),
    createdAt: time,
    expiresAt: time.nullable(),
  })
  .meta({ id: 'StudioBooking' });
