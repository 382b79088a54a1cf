import { z } from 'zod';

export const mailsInput = z.object({ limit: z.number().int().min(1).max(200).optional() });
export const mailIdInput = z.object({ id: z.uuid() });
