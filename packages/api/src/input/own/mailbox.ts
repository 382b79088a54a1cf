import { OAUTH_KINDS } from '@atelier/providers/kinds';
import { z } from 'zod';
import { origin, selection } from '../account.ts';
import { instant } from '../instant.ts';

const MOST_AT_ONCE = 500;

const server = z.object({
  host: z.string().trim().min(1).max(253),
  port: z.number().int().min(1).max(65_535),
  security: z.enum(['tls', 'starttls', 'none']),
});

/** What only an address and a password may be: the rest is found. */
export const connectMailInput = z.object({
  address: z.string().trim().min(3).max(254),
  password: z.string().min(1).max(1_000),
  user: z.string().trim().max(320).optional(),
  name: z.string().trim().max(100).optional(),
  imap: server.optional(),
  smtp: server.optional(),
  sentCopy: z.enum(['AUTO', 'ALWAYS', 'NEVER']).optional(),
  /** Fingerprints of certificates that the person has accepted. */
  trusted: z.array(z.string().max(200)).max(4).optional(),
});

export const findMailboxInput = z.object({ address: z.string().trim().min(1).max(254) });

export const beginMailSignInInput = z.object({
  kind: z.enum(OAUTH_KINDS),
  /** Whose page it should be. */
  address: z.string().trim().max(254).optional(),
  mailboxId: z.uuid().optional(),
  /** Its calendars as well. */
  calendars: z.boolean(),
  origin,
});
export const signedInMailInput = z.object({ id: z.string().max(64) });
export const connectSignedInMailInput = z.object({
  signInId: z.uuid(),
  name: z.string().trim().max(100).optional(),
  calendars: selection.nullable(),
});

export const changeMailboxInput = z.object({
  accountId: z.uuid(),
  name: z.string().trim().max(100).optional(),
  sender: z.string().trim().max(100).optional(),
  color: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i)
    .optional(),
  signature: z.string().max(2_000).optional(),
  aliases: z.array(z.string().trim().min(3).max(254)).max(20).optional(),
  sentCopy: z.enum(['AUTO', 'ALWAYS', 'NEVER']).optional(),
  /** Into which calendar what comes goes; null: the most fitting one. */
  calendarId: z.uuid().nullable().optional(),
  /** Everybody who reads it beside its owner. */
  readers: z.array(z.string().max(100)).max(100).optional(),
});

export const mailboxIdInput = z.object({ accountId: z.uuid() });
export const removeMailboxInput = z.object({
  accountId: z.uuid(),
  /** The mailbox that keeps drafts and unsent mail; null: they go. */
  draftsTo: z.uuid().nullable(),
  /** Calendar accounts with the same password stay. */
  keepCalendars: z.boolean(),
});
export const placedMailInput = z.object({ id: z.uuid() });
export const threadInput = z.object({ threadId: z.uuid() });
export const mailPeopleInput = z.object({ part: z.string().max(100) });

const FOLDER_ROLE = z.enum(['inbox', 'drafts', 'sent', 'archive', 'junk', 'trash', 'all']);
const CURSOR = z.string().max(60).nullable();
const LIMIT = z.number().int().min(1).max(200);

export const listMailInput = z.object({
  /** Null: the folders of the role, of every mailbox at once. */
  folderId: z.uuid().nullable(),
  role: FOLDER_ROLE,
  unread: z.boolean(),
  before: CURSOR,
  limit: LIMIT,
});

export const searchMailInput = z.object({
  line: z.string().trim().min(1).max(500),
  accountId: z.uuid().nullable(),
  before: CURSOR,
  limit: LIMIT,
});

const wholeList = z.union([
  z.object({ folderId: z.uuid().nullable(), role: FOLDER_ROLE, unread: z.boolean() }),
  z.object({ line: z.string().trim().min(1).max(500) }),
]);

export const mailIdsInput = z.object({ list: wholeList, before: CURSOR });
export const emptyFolderInput = z.object({ folderId: z.uuid().nullable(), role: z.enum(['trash', 'junk']) });
export const showPicturesInput = z.object({ id: z.uuid(), always: z.boolean() });

export const templateInput = z.object({
  id: z.uuid(),
  name: z.string().trim().min(1).max(100),
  subject: z.string().max(1_000),
  text: z.string().max(50_000),
  shared: z.boolean(),
});

const ids = z.array(z.uuid()).min(1).max(MOST_AT_ONCE);

export const markMailInput = z.object({ ids, mark: z.enum(['seen', 'unseen', 'flagged', 'unflagged']) });
export const moveMailInput = z.object({
  ids,
  to: z.union([z.object({ folderId: z.uuid() }), z.object({ role: FOLDER_ROLE })]),
});
export const removeMailInput = z.object({ ids });

const mailbox = z.object({ name: z.string().trim().max(200), address: z.string().trim().min(3).max(254) });
const mailboxes = z.array(mailbox).max(100);
const ANSWERS = z.enum(['reply', 'reply-all', 'forward']);

export const draftInput = z.object({
  id: z.uuid(),
  accountId: z.uuid(),
  to: mailboxes,
  cc: mailboxes,
  bcc: mailboxes,
  subject: z.string().max(1_000),
  text: z.string().max(500_000),
  original: z.object({ id: z.uuid(), answers: ANSWERS }).nullable(),
});

export const beginAnswerInput = z.object({
  id: z.uuid(),
  kind: ANSWERS,
  /** In the language of whoever answers. */
  words: z.object({
    wrote: z.string().max(500),
    forwarded: z.string().max(200),
    headers: z.array(z.object({ name: z.string().max(100), value: z.string().max(4_000) })).max(10),
  }),
});

export const sendInput = z.object({
  id: z.uuid(),
  at: instant.nullable(),
  /** Also where somebody else answers the same message. */
  despite: z.boolean().optional(),
});
export const settleDraftInput = z.object({ id: z.uuid(), how: z.enum(['discard', 'write-on']) });
export const settleOutgoingInput = z.object({ id: z.uuid(), how: z.enum(['send-again', 'it-went']) });
