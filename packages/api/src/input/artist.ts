import { z } from 'zod';
import { date, slug } from './booking-values.ts';
import { instant, whole } from './instant.ts';

const zone = z.string().max(80);
const blocking = z.array(z.uuid()).max(50);
const userId = z.string().max(100).nullable();

export const artistInput = z.object({ slug });

export const addArtistInput = z.object({
  name: z.string().max(200),
  slug: z.string().max(100),
  zone,
  calendarId: z.uuid(),
  blocking: blocking.optional(),
  userId: userId.optional(),
});

/** Left out: as it is. */
export const setArtistInput = z.object({
  slug,
  name: z.string().max(200).optional(),
  bio: z.string().max(10_000).optional(),
  zone: zone.optional(),
  active: z.boolean().optional(),
  userId: userId.optional(),
  calendarId: z.uuid().nullable().optional(),
  blocking: blocking.optional(),
  autoConfirm: z.boolean().optional(),
  noticeMinutes: whole.optional(),
  horizonDays: whole.optional(),
  slotInterval: whole.optional(),
  dailyLimit: whole.nullable().optional(),
  cutOffMinutes: whole.optional(),
  position: whole.optional(),
});

/** What is wrong with the hours is said in words, with the path of the field, by whoever reads them. */
export const setHoursInput = z.object({ slug, hours: z.unknown() });

/** A new service when there is no id; left out: as it is. */
export const saveServiceInput = z.object({
  artist: slug,
  id: z.uuid().optional(),
  name: z.string().max(200).optional(),
  description: z.string().max(10_000).optional(),
  minutes: whole.optional(),
  bufferBefore: whole.optional(),
  bufferAfter: whole.optional(),
  price: z.string().max(1_000).optional(),
  deposit: z.string().max(1_000).optional(),
  autoConfirm: z.boolean().nullable().optional(),
  noticeMinutes: whole.nullable().optional(),
  needsChair: z.boolean().optional(),
  questions: z
    .array(
      z.object({
        id: z.string().max(64).optional(),
        label: z.string().max(1_000),
        required: z.boolean().optional(),
      }),
    )
    .max(50)
    .optional(),
  active: z.boolean().optional(),
  position: whole.optional(),
});

export const explainInput = z.object({
  artist: slug,
  serviceId: z.uuid(),
  from: date,
  to: date,
  zone: zone.optional(),
});

const WEEK_MINUTES = 7 * 1_440;

export const freeArtistsInput = z.object({
  start: instant,
  minutes: z.number().int().min(1).max(WEEK_MINUTES),
});

export const whyClosedInput = z.object({ artist: slug, start: instant });

export const holdsInput = z.object({ from: instant, to: instant });

export const saveChairInput = z.object({
  id: z.uuid().optional(),
  name: z.string().max(200).optional(),
  active: z.boolean().optional(),
  position: whole.optional(),
});

export const addClosureInput = z.object({
  from: z.string().max(20),
  to: z.string().max(20),
  reason: z.string().max(1_000).optional(),
});
