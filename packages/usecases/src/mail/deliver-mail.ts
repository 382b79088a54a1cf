import { setTimeout as delay } from 'node:timers/promises';
import { eachDue, type Telling } from '@atelier/database/jobs/each-due';
import { claimMail, dueMails } from '@atelier/database/mail/claim-mail';
import { type MailRow, mailFailed, mailSent } from '@atelier/database/mail/mail-store';
import { databaseTrouble } from '@atelier/database/postgres/database-trouble';
import type { Context } from '../context.ts';
import { readStudio } from '../studio/read-studio.ts';
import { addressOf, nameOfSender } from '../studio/sender.ts';
import { fillCalendar, fillLinks } from './fill-links.ts';

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

export interface MailContext extends Pick<Context, 'database' | 'clock' | 'secrets' | 'given'>, Telling {
  /** Null where no mail server is set: mail then waits. */
  readonly mailer: Mailer | null;
  /** In [0, 1). */
  readonly random: () => number;
}

/** A process that dies over a mail leaves it alone for so long. */
const CLAIM_MS = 5 * 60_000;
const FIRST_WAIT_MS = 60_000;
const LONGEST_WAIT_MS = 6 * 3_600_000;
const MOST_ATTEMPTS = 10;
const LONGEST_REASON = 300;

/**
 * Sends what waits, one after the other, each taken only when its turn has come: a slow server holds up no mail that
 * another worker could send. What fails is tried again, ten times over about a day and a half; what is not needed any
 * more is dropped, and what is too old is held until a person has been asked (B10).
 */
export async function deliverMail(
  context: MailContext,
): Promise<{ readonly sent: number; readonly failed: number }> {
  const { database, clock } = context;
  const tally = { sent: 0, failed: 0 };
  const { sender, name } = await readStudio(database, context);
  const from = sender === null ? null : { name: nameOfSender(sender) || name, address: addressOf(sender) };
  const send = context.mailer && from && sending(context, context.mailer, from);
  await eachDue(context, {
    job: 'mail',
    due: (which) => dueMails(database, { ...which, now: clock(), overtakenOnly: send === null }),
    async work({ id }) {
      const now = clock();
      const retryAt = send && new Date(now.getTime() + CLAIM_MS);
      const mail = await claimMail(database, id, { now, retryAt });
      if (mail && send) tally[(await send(mail)) ? 'sent' : 'failed'] += 1;
      return null;
    },
  });
  return tally;
}

function sending(context: MailContext, mailer: Mailer, from: Sent['from']) {
  return (mail: MailRow): Promise<boolean> => deliver(context, mailer, { ...mail, from });
}

type Sent = Parameters<Mailer['send']>[0];

async function deliver(
  { database, clock, random, secrets }: MailContext,
  mailer: Mailer,
  mail: MailRow & Pick<Sent, 'from'>,
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
  await written(() => mailSent(database, mail.id, clock()));
  return true;
}

const WRITE_TRIES = 60;
const WRITE_AGAIN_MS = 1_000;

/** It has left: that is written down also when the database is away for a moment, or it would leave twice. */
async function written(write: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await write();
    } catch (error) {
      if (databaseTrouble(error) === null || tries === WRITE_TRIES) throw error;
      await delay(WRITE_AGAIN_MS);
    }
  }
}
