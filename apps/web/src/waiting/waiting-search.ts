import { z } from 'zod';
import { KINDS } from './kind-look.ts';

/** What of the list is in the address. Nonsense is dropped. */
export const waitingSearch = z.object({
  kind: z.enum(KINDS).optional().catch(undefined),
  view: z.enum(['settled']).optional().catch(undefined),
});
export type WaitingSearch = z.infer<typeof waitingSearch>;
