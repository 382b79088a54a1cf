import { z } from 'zod';

export const mailsInput = z.object({ limit: z.number().int().min(1).max(200).optional() });
/** Left out: all that are held. */
export const heldMailsInput = z.object({ ids: z.array(z.uuid()).min(1).max(500).optional() });
export const mailIdInput = z.object({ id: z.uuid() });
