import { z } from 'zod';

/** How somebody is called. */
export const nameInput = z.object({ name: z.string().trim().min(1).max(200) });

export const addUserInput = z.object({
  email: z.email().max(254),
  name: z.string().trim().min(1).max(200),
  role: z.enum(['ADMIN', 'STAFF', 'ARTIST']),
  password: z.string().min(10).max(128),
});

export const speakInput = z.object({ language: z.enum(['en', 'fr']), chosen: z.boolean() });

export const signInInput = z.object({
  email: z.email().max(254),
  password: z.string().min(1).max(128),
  rememberMe: z.boolean().optional(),
});
