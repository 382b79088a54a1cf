import { z } from 'zod';
import { instant } from './instant.ts';

export const spanInput = z.object({
  from: instant,
  to: instant,
  calendarIds: z.array(z.uuid()).max(500).optional(),
});

export const eventInput = z.object({ objectId: z.uuid(), recurrenceId: z.string().max(40).nullable() });

const wanted = z.array(z.string().min(1).max(100)).max(10);

export const searchInput = z.object({
  words: wanted,
  places: wanted.optional(),
  people: wanted.optional(),
  calendarIds: z.array(z.uuid()).max(500).optional(),
  from: instant.optional(),
  to: instant.optional(),
  limit: z.number().int().min(1).max(100),
});

export const nextInput = z.object({ limit: z.number().int().min(1).max(50) });
