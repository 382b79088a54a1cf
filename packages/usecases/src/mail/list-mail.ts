import { listMails, type MailRow } from '@atelier/database/mail/mail-store';
import { type Actor, isAdmin } from '../actor.ts';
import type { Context } from '../context.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';
import { fillLinks } from './fill-links.ts';

/** A mail as an admin sees it. */
export interface ListedMail
  extends Pick<
    MailRow,
    'id' | 'subject' | 'state' | 'attempts' | 'failure' | 'reason' | 'createdAt' | 'dueAt' | 'sentAt'
  > {
  readonly to: string;
  /** With its links: where no mail server is set, admins hand them on by other means. */
  readonly text: string;
  /** Whether a calendar file goes along. */
  readonly calendar: boolean;
}

const SHOWN = 200;

/** Mail that was sent, that waits, and that no server took, newest first; for admins. */
export async function listMail(
  { database, secrets }: Pick<Context, 'database' | 'secrets'>,
  actor: Actor,
  limit = SHOWN,
): Promise<Outcome<readonly ListedMail[]>> {
  if (!isAdmin(actor)) return refusedFor('forbidden', 'admins-only');
  const mails = await listMails(database, Math.min(limit, SHOWN));
  return done(mails.map((mail) => listed(mail, textOf(secrets, mail))));
}

/** What no server took, and nobody has said anything about. */
export type FailedMail = Pick<ListedMail, 'id' | 'to' | 'subject' | 'failure' | 'createdAt'>;

export async function failedMail({ database }: Pick<Context, 'database'>): Promise<readonly FailedMail[]> {
  const mails = await listMails(database, SHOWN, 'FAILED');
  return mails.map(({ id, recipient: to, subject, failure, createdAt }) => {
    return { id, to, subject, failure, createdAt };
  });
}

/** Mail is kept longer than an old secret: without its links it is still worth reading. */
function textOf(secrets: Context['secrets'], mail: MailRow): string {
  try {
    return fillLinks(secrets, mail);
  } catch {
    return mail.body;
  }
}

function listed(
  { recipient: to, body: _, links: _sealed, replyTo: _reply, calendar, ...mail }: MailRow,
  text: string,
): ListedMail {
  return { ...mail, to, text, calendar: calendar !== null };
}
