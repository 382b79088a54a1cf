import { claimMails, type MailRow, mailFailed, mailSent } from '@atelier/database/mail-store';
import { fillCalendar, fillLinks } from './booking/mail/fill-links.ts';
import type { Context } from './context.ts';
import { readStudio } from './studio/read-studio.ts';
import { addressOf, nameOfSender } from './studio/sender.ts';

/** Sends one plain text mail. Rejects when the server did not take it. */
export interface Mailer {
  send(mail: {
    /** The same for every try of one mail, so that a receiver can tell a repetition. */
    readonly id: string;
    /** Of the studio. */
    readonly from: { readonly name: string; readonly address: string };
    /** Null: an answer goes to the sender. */
    readonly replyTo: string | null;
    readonly to: string;
    readonly subject: string;
    readonly text: string;
    /** iCalendar text (RFC 5545) that goes along; null where there is none. */
    readonly calendar: string | null;
  }): Promise<void>;
}

export interface MailContext extends Pick<Context, 'database' | 'clock' | 'secrets' | 'given'> {
  /** Null where no mail server is set: mail then waits. */
  readonly mailer: Mailer | null;
  /** In [0, 1). */
  readonly random: () => number;
}

const BATCH = 20;
/** A process that dies over a mail leaves it alone for so long. */
const CLAIM_MS = 5 * 60_000;
const FIRST_WAIT_MS = 60_000;
const LONGEST_WAIT_MS = 6 * 3_600_000;
const MOST_ATTEMPTS = 10;
const LONGEST_REASON = 300;

/**
 * Sends what waits, one after the other, each taken only when its turn has come: a slow server holds up no mail that
 * another worker could send. What fails is tried again, ten times over about a day and a half.
 */
export async function deliverMail(
  context: MailContext,
): Promise<{ readonly sent: number; readonly failed: number }> {
  const { mailer } = context;
  const tally = { sent: 0, failed: 0 };
  if (!mailer) return tally;
  const { sender, name } = await readStudio(context.database, context);
  if (sender === null) return tally;
  const from = { name: nameOfSender(sender) || name, address: addressOf(sender) };
  for (let n = 0; n < BATCH; n += 1) {
    const mail = await nextMail(context);
    if (!mail) break;
    const sent = await deliver(context, mailer, { ...mail, from });
    tally[sent ? 'sent' : 'failed'] += 1;
  }
  return tally;
}

async function nextMail({ database, clock }: MailContext): Promise<MailRow | undefined> {
  const now = clock();
  const [mail] = await claimMails(database, { now, retryAt: new Date(now.getTime() + CLAIM_MS), limit: 1 });
  return mail;
}

async function deliver(
  { database, clock, random, secrets }: MailContext,
  mailer: Mailer,
  mail: MailRow & Pick<Parameters<Mailer['send']>[0], 'from'>,
): Promise<boolean> {
  const { id, from, replyTo, recipient: to, subject } = mail;
  try {
    const [text, calendar] = [fillLinks(secrets, mail), fillCalendar(secrets, mail)];
    await mailer.send({ id, from, replyTo, to, subject, text, calendar });
  } catch (error) {
    const why = (error instanceof Error ? error.message : String(error)).slice(0, LONGEST_REASON);
    const wait =
      Math.min(FIRST_WAIT_MS * 2 ** (mail.attempts - 1), LONGEST_WAIT_MS) * (0.75 + 0.5 * random());
    const retryAt = mail.attempts >= MOST_ATTEMPTS ? null : new Date(clock().getTime() + wait);
    await mailFailed(database, mail.id, { why, retryAt });
    return false;
  }
  await mailSent(database, mail.id, clock());
  return true;
}
