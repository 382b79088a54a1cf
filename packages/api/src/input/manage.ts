import { z } from 'zod';

/** Whatever stands in the link; what is no token opens nothing. */
const token = z.string().min(1).max(100);

export const tokenInput = z.object({ token });
export const rescheduleInput = z.object({ token, start: z.date() });
export const answerInput = z.object({ token, message: z.string().max(4_000).optional() });
