import { z } from 'zod';

export const HEALTH_VIEWS = ['calendars', 'accounts', 'log', 'charts'] as const;

/** What of the page is in the address. Nonsense is dropped. */
export const healthSearch = z.object({ view: z.enum(HEALTH_VIEWS).optional().catch(undefined) });
