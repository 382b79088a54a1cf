import { z } from 'zod';

export const FOLDER_ROLES = ['inbox', 'drafts', 'sent', 'archive', 'junk', 'trash', 'all'] as const;

/** What of the mail is shown, kept in the address so that it can be gone back to. */
export const mailSearch = z.object({
  /** One folder; left out: those of the role in every mailbox. */
  folder: z.uuid().optional().catch(undefined),
  role: z.enum(FOLDER_ROLES).optional().catch(undefined),
  /** What is written here, instead of a folder. */
  box: z.literal('outgoing').optional().catch(undefined),
  /** A line of search, instead of a folder. */
  q: z.string().max(500).optional().catch(undefined),
  unread: z.boolean().optional().catch(undefined),
  thread: z.uuid().optional().catch(undefined),
});

export type MailSearch = z.infer<typeof mailSearch>;
