import { PASSWORD_KINDS } from '@atelier/providers/kinds';
import { z } from 'zod';

/** Where an account lives and who signs in there. Shared by the form in the browser and the server. */
export const accountInput = z.object({
  kind: z.enum(PASSWORD_KINDS),
  url: z.string().trim().min(1).max(2000),
  username: z.string().trim().min(1).max(320),
  password: z.string().min(1).max(1000),
});

export const connectInput = accountInput.extend({
  name: z.string().trim().max(100).optional(),
  select: z.union([z.enum(['all', 'none']), z.array(z.string().max(4000)).max(1000)]),
});

export const renewInput = z.object({ connectionId: z.uuid(), password: z.string().min(1).max(1000) });
