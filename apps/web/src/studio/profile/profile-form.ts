import { z } from 'zod';
import { isZone } from '../../time/known-zone.ts';

export const profileForm = z.object({
  name: z.string().trim().min(1).max(120),
  bio: z.string().max(2_000),
  zone: z.string().trim().refine(isZone),
  active: z.boolean(),
  userId: z.string().nullable(),
});
export type Profile = z.infer<typeof profileForm>;
