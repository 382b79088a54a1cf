import { z } from 'zod';

const line = (most: number) => z.string().max(most).optional();

/** What is left out stays; empty is not told any more. */
export const studioInput = z.object({
  name: line(200),
  address: line(1_000),
  phone: line(100),
  zone: line(100),
  language: z.enum(['en', 'fr']).optional(),
  sender: line(300),
  url: line(300),
  senderRead: z.boolean().optional(),
  replies: z.enum(['artist', 'studio']).optional(),
});
