import { z } from 'zod';
import { instant } from './instant.ts';

/** Whatever stands in the link; what is no token opens nothing. */
const token = z.string().min(1).max(100);

export const tokenInput = z.object({ token });
/** The same, and what the client library adds when it comes back. */
export const watchLinkInput = tokenInput.extend({ lastEventId: z.string().max(40).nullish() });
export const rescheduleInput = z.object({ token, start: instant });
/** What was seen of it: a yes to one time is none to another. */
export const acceptInput = z.object({ token, start: instant });
export const answerInput = z.object({ token, message: z.string().max(4_000).optional() });
export const approveInput = answerInput.extend({ unverified: z.boolean().optional() });
