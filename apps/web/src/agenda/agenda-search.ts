import { z } from 'zod';

export const VIEWS = ['month', 'week', 'day', 'artists', 'list'] as const;
export type View = (typeof VIEWS)[number];

/** What of the agenda is in the address, so that it can be sent and comes back on reload. Nonsense is dropped. */
export const agendaSearch = z.object({
  view: z.enum(VIEWS).optional().catch(undefined),
  date: z.iso.date().optional().catch(undefined),
  event: z.string().max(120).optional().catch(undefined),
  /** Something new that is to be begun there; it goes from the address once it has been. */
  begin: z
    .object({
      at: z.iso.datetime(),
      minutes: z.number().int().min(1).max(10_080),
      calendarId: z.uuid().optional(),
    })
    .optional()
    .catch(undefined),
});
export type AgendaSearch = z.infer<typeof agendaSearch>;
