import { setTimeout as delay } from 'node:timers/promises';
import type { ItemJob } from '@atelier/database/jobs/item-job';
import { claimMail, dueMails } from '@atelier/database/mail/claim-mail';
import { type MailRow, mailFailed, mailSent } from '@atelier/database/mail/mail-store';
import { databaseTrouble } from '@atelier/database/postgres/database-trouble';
import { transact } from '@atelier/database/transaction';
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

export interface MailContext extends Pick<Context, 'database' | 'clock' | 'secrets' | 'given'> {
  /** Null where no mail server is set: mail then waits. */
  readonly mailer: Mailer | null;
}

const LONGEST_REASON = 300;

/**
 * Sends a mail when its turn has come. What fails is tried again, and is given up in the end; what is not needed any more
 * is dropped, and what is too old is held until a person has been asked (B10). Where nothing can be sent, it waits.
 */
export const deliverMail: ItemJob<MailContext> = {
  async due(context) {
    const from = context.mailer && (await senderOf(context));
    return dueMails(context.database, { now: context.clock(), overtakenOnly: from === null });
  },
  async work(context, id, { last }) {
    const { database, clock, mailer } = context;
    const from = mailer && (await senderOf(context));
    const claim = { now: clock(), send: from !== null };
    const mail = await transact(database, (transaction) => claimMail(transaction, id, claim));
    if (!mail || !mailer || !from) return;
    try {
      await send(context, mailer, { ...mail, from });
    } catch (error) {
      const why = (error instanceof Error ? error.message : String(error)).slice(0, LONGEST_REASON);
      await transact(database, (transaction) => mailFailed(transaction, id, { why, givenUp: last }));
      if (!last) throw error;
      return;
    }
    await written(() => transact(database, (transaction) => mailSent(transaction, id, clock())));
  },
};

type Sent = Parameters<Mailer['send']>[0];

/** Null where the studio has not said whom its mails come from. */
async function senderOf({ database, ...context }: MailContext): Promise<Sent['from'] | null> {
  const { sender, name } = await readStudio(database, context);
  return sender === null ? null : { name: nameOfSender(sender) || name, address: addressOf(sender) };
}

async function send(
  { secrets }: MailContext,
  mailer: Mailer,
  mail: MailRow & Pick<Sent, 'from'>,
): Promise<void> {
  const { id, from, replyTo, recipient: to, subject } = mail;
  const [text, calendar] = [fillLinks(secrets, mail), fillCalendar(secrets, mail)];
  await mailer.send({ id, from, replyTo, to, subject, text, calendar });
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
