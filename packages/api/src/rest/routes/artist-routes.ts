import { challengeOf } from '@atelier/usecases/abuse/challenge';
import { type CheckedTime, checkTime } from '@atelier/usecases/booking/availability/check-time';
import { offerSlots } from '@atelier/usecases/booking/availability/offer-slots';
import { offeredArtists } from '@atelier/usecases/booking/view/offered-artists';
import { z } from 'zod';
import { slug, zone } from '../../input/booking-values.ts';
import { expectDone } from '../expect-done.ts';
import { date, instant, slot, time } from '../rest-values.ts';
import { route } from '../route.ts';

const question = z.object({ id: z.string(), label: z.string(), required: z.boolean() });

const artist = z
  .object({
    slug: z.string(),
    name: z.string(),
    zone: z.string(),
    bio: z.string(),
    picture: z.string().optional(),
    services: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        description: z.string(),
        minutes: z.int(),
        price: z.string().optional(),
        deposit: z.string().optional(),
        confirmsAtOnce: z.boolean(),
        questions: z.array(question),
      }),
    ),
  })
  .meta({ id: 'Artist' });

const artists = route({
  method: 'get',
  path: '/api/v1/artists',
  summary: 'Who can be booked, and for what',
  access: 'public',
  limit: 'read',
  status: 200,
  answer: z.array(artist),
  refuses: [],
  run: async ({ services }) =>
    (await offeredArtists(services)).map(({ picture, services: offered, ...one }) => ({
      ...one,
      ...(picture !== null && { picture }),
      services: offered.map(({ price, deposit, ...service }) => ({
        ...service,
        ...(price !== '' && { price }),
        ...(deposit !== '' && { deposit }),
      })),
    })),
});

const REASONS = [
  ...(['CLOSED', 'OFFGRID', 'BUSY', 'BUFFER', 'NOTICE', 'HORIZON', 'LIMIT', 'HELD', 'INACTIVE'] as const),
] as const satisfies readonly NonNullable<CheckedTime['reason']>[];

const availability = route({
  method: 'get',
  path: '/api/v1/availability',
  summary: 'Whether one time can be had, asked live',
  description:
    'The artist’s calendars are asked what is new before a time is called free. `verified` is false when they did not answer in time: a booking is then a request that the studio answers. `checkedAt` is when they were last known to be complete.',
  access: 'public',
  limit: 'check',
  query: z.strictObject({ artist: slug, service: z.uuid(), start: instant }),
  status: 200,
  answer: z.object({
    available: z.boolean(),
    reason: z.enum(REASONS).optional(),
    verified: z.boolean(),
    checkedAt: time.nullable(),
  }),
  refuses: [],
  async run({ services, query: { artist: who, service: serviceId, start } }) {
    const checked = expectDone(await checkTime(services, { artist: who, serviceId, start }));
    const { available, reason, verified, checkedAt } = checked;
    return { available, ...(reason !== null && { reason }), verified, checkedAt };
  },
});

const slots = route({
  method: 'get',
  path: '/api/v1/slots',
  summary: 'Free times of one artist, or of any',
  description: 'At most 62 days. Dates are those of `zone`, or of the artist’s zone when it is left out.',
  access: 'public',
  limit: 'read',
  query: z.strictObject({ artist: slug, service: z.uuid(), from: date, to: date, zone: zone.optional() }),
  status: 200,
  answer: z.object({
    zone: z.string(),
    verified: z.boolean(),
    days: z.array(z.object({ date, slots: z.array(slot) })),
  }),
  refuses: ['not_found'],
  async run({ services, query: { artist: who, service: serviceId, from, to, zone: wanted } }) {
    const request = { artist: who, serviceId, from, to, zone: wanted };
    const { zone: shown, verified, days } = expectDone(await offerSlots(services, request));
    return { zone: shown, verified, days };
  },
});

const challenge = route({
  method: 'get',
  path: '/api/v1/challenge',
  summary: 'A riddle whose solution goes along with a booking as `proof`',
  description:
    'Altcha v1: find the number, up to `maxnumber`, for which hex(SHA-256(salt + number)) is `challenge`. `proof` is the base64 of the JSON of algorithm, challenge, number, salt and signature. A solution counts once and lapses after 20 minutes.',
  access: 'public',
  limit: 'read',
  status: 200,
  answer: z.object({
    needed: z.boolean(),
    algorithm: z.string().optional(),
    challenge: z.string().optional(),
    salt: z.string().optional(),
    signature: z.string().optional(),
    maxnumber: z.int().optional(),
  }),
  refuses: [],
  run: ({ services }) => challengeOf(services.guard),
});

/** What anybody may look at. */
export const artistRoutes = [artists, availability, slots, challenge];
