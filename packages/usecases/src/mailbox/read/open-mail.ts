import { findMailAccount } from '@atelier/database/mailbox/account-store';
import { type OpenedMessage, openedMail } from '@atelier/database/mailbox/mail-list';
import { failMailBody, saveMailBody } from '@atelier/database/mailbox/message-store';
import { SANITISER_VERSION } from '@atelier/mail/html/safe-html';
import { isDisowned } from '@atelier/mail/read/mail-origin';
import type { AttachedFile } from '@atelier/mail/read/read-message';
import type { Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { atServer, orFailed } from '../at-server.ts';
import { mailboxesOf } from '../own-mailboxes.ts';

type MailContext = Pick<Context, 'database' | 'mailboxes'>;

export type SeenMail = Omit<OpenedMessage, 'path' | 'uidValidity' | 'sanitiser' | 'origin'> & {
  /** Its sender may be trusted with pictures for good: nobody disowns the message. */
  readonly ownedUp: boolean;
};

/** Larger ones are not taken into memory. */
const LARGEST = 40 * 1024 * 1024;

/** A message with what it says: from here, or fetched from its server now. */
export async function openMail(context: MailContext, actor: Actor, id: string): Promise<Outcome<SeenMail>> {
  const opened = await find(context, actor, id);
  if (!opened) return refusedFor('not-found', 'no-message');
  if (isRead(opened)) return done(seen(opened));
  const source = await sourceOf(context, opened);
  if (!source.ok) return source;
  const read = await context.mailboxes.reader.read(source.value);
  await (read
    ? saveMailBody(context.database, opened.messageRow, read)
    : failMailBody(context.database, opened.messageRow));
  const again = await find(context, actor, id);
  return again ? done(seen(again)) : refusedFor('not-found', 'no-message');
}

function isRead({ body, sanitiser }: OpenedMessage): boolean {
  return body === 'FAILED' || (body === 'READ' && sanitiser === SANITISER_VERSION);
}

function seen({
  path: _path,
  uidValidity: _validity,
  sanitiser: _sanitiser,
  origin,
  ...message
}: OpenedMessage): SeenMail {
  const { pictures } = message;
  return { ...message, pictures: loadsPictures({ pictures, origin }), ownedUp: !isDisowned(origin) };
}

/** Whether a page of it shows what comes from elsewhere (M4). */
export function loadsPictures({ pictures, origin }: Pick<OpenedMessage, 'pictures' | 'origin'>): boolean {
  return pictures && !isDisowned(origin);
}

/** The bytes as the server has them. */
export async function mailSource(
  context: MailContext,
  actor: Actor,
  id: string,
): Promise<Outcome<Uint8Array>> {
  const opened = await find(context, actor, id);
  return opened ? sourceOf(context, opened) : refusedFor('not-found', 'no-message');
}

/** One of the attached files, fetched from the server. */
export async function mailAttachment(
  context: MailContext,
  actor: Actor,
  { id, place }: { readonly id: string; readonly place: number },
): Promise<Outcome<AttachedFile>> {
  const source = await mailSource(context, actor, id);
  if (!source.ok) return source;
  const file = await context.mailboxes.attached(source.value, place);
  return file ? done(file) : refusedFor('not-found', 'no-attachment');
}

async function find(
  { database }: Pick<Context, 'database'>,
  actor: Actor,
  id: string,
): Promise<OpenedMessage | null> {
  return openedMail(database, { id, accountIds: await mailboxesOf(database, actor) });
}

async function sourceOf(
  { database, mailboxes }: MailContext,
  { accountId, path, uid, uidValidity }: OpenedMessage,
): Promise<Outcome<Uint8Array>> {
  const account = await findMailAccount(database, accountId);
  if (!account) return refusedFor('not-found', 'no-message');
  if (account.state === 'CREDENTIALS') return refusedFor('provider', 'mailbox-stopped');
  if (uid === null) return refusedFor('conflict', 'message-moving');
  return orFailed(() =>
    atServer(mailboxes.mail, mailboxes.accessTo(account), async (provider) => {
      const folder = await provider.open(path);
      const source = folder.status.uidValidity === uidValidity ? await folder.source(uid, LARGEST) : null;
      return source ? done(source) : refusedFor('not-found', 'message-gone');
    }),
  );
}
