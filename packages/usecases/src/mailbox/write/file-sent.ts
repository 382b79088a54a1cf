import type { ItemJob } from '@atelier/database/jobs/item-job';
import { findMailAccount, type MailAccountRow } from '@atelier/database/mailbox/account-store';
import { foldersOfMail } from '@atelier/database/mailbox/folder-store';
import { findToFile, noteFiled, outgoingToFile, placesOf } from '@atelier/database/mailbox/outgoing-store';
import { editFlagsHere, lockPlaces, pushMailSoon } from '@atelier/database/mailbox/placement-store';
import { requestRuns } from '@atelier/database/source/source-pace';
import { type Transaction, transact } from '@atelier/database/transaction';
import { ANSWERED, FORWARDED, SEEN } from '@atelier/mail/flags/flag-edit';
import { filesCopy, type SentCopy } from '@atelier/mail/outgoing/outgoing-state';
import { isLineReach } from '@atelier/providers/port/mail/mail-account';
import type { Context } from '../../context.ts';
import { atServer } from '../at-server.ts';

type FileContext = Pick<Context, 'database' | 'clock' | 'mailboxes'>;

type ToFile = NonNullable<Awaited<ReturnType<typeof findToFile>>>;

/** So long the folder of what was sent is asked about one of which nobody knows whether it went. */
const LOOK_FOR_MS = 10 * 60_000;

/**
 * Lays a copy of what was sent among what was sent, once: where the server has done it itself, or another try has, it is
 * found there by its Message-ID (M3). Failing to file never leads to sending. Of one that is unknown, a copy there is the
 * proof that it went.
 */
export const fileSent: ItemJob<FileContext> = {
  due: ({ database, clock }) => outgoingToFile(database, new Date(clock().getTime() - LOOK_FOR_MS)),
  async work(context, id) {
    const mail = await findToFile(context.database, id);
    const account = mail && (await findMailAccount(context.database, mail.accountId));
    if (!mail || !account || account.state === 'CREDENTIALS') return;
    if (!(await fileCopy(context, account, mail))) return;
    const now = context.clock();
    await transact(context.database, async (transaction) => {
      await noteFiled(transaction, id, now);
      await markOriginal(transaction, mail, now);
      transaction.announce({ topic: 'mail', accountId: account.id });
    });
    await requestRuns(context.database, [account.id], { full: false, now });
  },
};

const SETTINGS: Readonly<Record<MailAccountRow['sentCopy'], SentCopy>> = {
  AUTO: 'auto',
  ALWAYS: 'always',
  NEVER: 'never',
};

/** @returns whether it is certain that it went and lies where it should. */
async function fileCopy(
  { database, clock, mailboxes }: FileContext,
  account: MailAccountRow,
  mail: ToFile,
): Promise<boolean> {
  const { messageId, source, bcc, state, sentAt } = mail;
  const sent = (await foldersOfMail(database, account.id)).find(({ role }) => role === 'sent');
  const access = mailboxes.accessTo(account);
  // Microsoft's Graph files what it sends itself, always.
  const appends = isLineReach(access.reach) && filesCopy(SETTINGS[account.sentCopy], access.reach.smtp.host);
  if (state === 'SENT' && account.sentCopy === 'NEVER') return true;
  return atServer(mailboxes.mail, access, async (provider) => {
    const path = sent?.path ?? (await provider.create('Sent'));
    const there = await (await provider.open(path)).withMessageId(messageId ?? '');
    if (there.length > 0) return true;
    if (state === 'UNKNOWN') return false;
    if (!appends) return true;
    const copy = mailboxes.mail.withBlindCopies(source ?? Buffer.alloc(0), bcc);
    await provider.append(path, copy, [SEEN], sentAt ?? clock());
    return true;
  });
}

async function markOriginal(
  transaction: Transaction,
  { originalId, answers, accountId }: ToFile,
  now: Date,
): Promise<void> {
  if (originalId === null) return;
  const ids = (await placesOf(transaction, originalId)).map(({ id }) => id);
  const places = await lockPlaces(transaction, { ids, accountIds: [accountId] });
  if (places.length === 0) return;
  await editFlagsHere(
    transaction,
    places,
    { add: [answers === 'forward' ? FORWARDED : ANSWERED], remove: [] },
    now,
  );
  await pushMailSoon(transaction, [accountId], now);
}
