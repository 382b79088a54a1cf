import { addMail, type MailAbout } from '@atelier/database/mail/mail-store';
import type { Transaction } from '@atelier/database/transaction';
import type { Context } from '../context.ts';
import { oneLine } from './one-line.ts';

/** A link that only its reader is to know. */
export interface MailLink {
  readonly url: string;
  /** Keeps the hash of its token; done only when the mail is made. */
  readonly keep: (transaction: Transaction) => Promise<void>;
}

export interface QueuedMail {
  /** The occasion: of one occasion there is one mail, however often it is asked for. */
  readonly once: string;
  readonly recipient: string;
  readonly subject: string;
  /** Plain text. A line that is `{name}` and nothing else is where the link of that name stands. */
  readonly body: string;
  /** Where an answer goes; left out: to the sender. */
  readonly replyTo?: string | null;
  /** A calendar file that goes along; the same links may stand in it. */
  readonly calendar?: string | null;
  /** One that has no place in the text is not made. */
  readonly links?: Readonly<Record<string, MailLink>>;
  /** What it speaks of, and how long it is true; left out, for ever. */
  readonly about?: MailAbout;
}

/**
 * Writes a mail to be sent after the commit, together with whatever caused it. Its links lie sealed beside the text
 * (B10). A line break in a recipient or a subject would begin a header of its own, so there is none.
 * @returns false when there was a mail of this occasion already; nothing is then written, no link either.
 */
export async function queueMail(
  transaction: Transaction,
  { secrets, clock, newId }: Pick<Context, 'secrets' | 'clock' | 'newId'>,
  { once, recipient, subject, body, replyTo = null, calendar = null, links = {}, about }: QueuedMail,
): Promise<boolean> {
  const id = newId();
  const placed = Object.entries(links).filter(([name]) => body.split('\n').includes(`{${name}}`));
  const urls = Object.fromEntries(placed.map(([name, { url }]) => [name, url]));
  const sealed = placed.length === 0 ? null : secrets.seal(JSON.stringify(urls), id);
  const mail = { id, once, recipient: oneLine(recipient, 254), subject: oneLine(subject, LONGEST_SUBJECT) };
  const whole = { ...mail, body, replyTo, calendar, links: sealed, ...(about && { about }) };
  if (!(await addMail(transaction, whole, clock()))) return false;
  for (const [, link] of placed) await link.keep(transaction);
  return true;
}

const LONGEST_SUBJECT = 150;
