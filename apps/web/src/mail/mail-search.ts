import { addressOf, flag, oneOf, text, uuid } from '../address/address-part.ts';

export const FOLDER_ROLES = ['inbox', 'drafts', 'sent', 'archive', 'junk', 'trash', 'all'] as const;

/** What of the mail is shown, kept in the address so that it can be gone back to. */
export const mailSearch = addressOf({
  /** One folder; left out: those of the role in every mailbox. */
  folder: uuid,
  role: oneOf(FOLDER_ROLES),
  /** What is written here, instead of a folder. */
  box: oneOf(['outgoing']),
  /** A line of search, instead of a folder. */
  q: text(500),
  unread: flag,
  thread: uuid,
  /** Of a sign-in at a provider's page that somebody comes back from. */
  signIn: text(64),
  /** A mailbox is to be connected: that of an address, or any. */
  connect: text(254),
});

export type MailSearch = ReturnType<typeof mailSearch>;
