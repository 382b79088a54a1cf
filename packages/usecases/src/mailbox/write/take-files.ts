import { placesOf } from '@atelier/database/mailbox/outgoing-store';
import type { Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { mailboxesOf } from '../own-mailboxes.ts';
import { mailSource, openMail } from '../read/open-mail.ts';
import { attachToDraft, MOST_ATTACHED, seeOutgoing } from './drafts.ts';

/**
 * Lays the files of the message that a draft sends on into the draft. What its text shows by itself stays behind, as text
 * alone is sent on.
 */
export async function takeFiles(
  context: Pick<Context, 'database' | 'clock' | 'newId' | 'mailboxes'>,
  actor: Actor,
  mailId: string,
): Promise<Outcome<{ readonly attached: number }>> {
  const draft = await seeOutgoing(context, actor, mailId);
  if (!draft.ok) return draft;
  const place = await placeOf(context, actor, draft.value.originalId);
  if (place === null) return refusedFor('not-found', 'message-gone');
  const opened = await openMail(context, actor, place);
  if (!opened.ok) return opened;
  const files = (opened.value.attachments ?? []).filter(({ contentId }) => contentId === null);
  if (files.reduce((sum, { size }) => sum + size, 0) > MOST_ATTACHED)
    return refusedFor('invalid', 'attachments-too-large', { most: MOST_ATTACHED / 1_000_000 });
  if (files.length === 0) return done({ attached: 0 });
  const source = await mailSource(context, actor, place);
  if (!source.ok) return source;
  for (const { place: at } of files) {
    const file = await context.mailboxes.attached(source.value, at);
    if (!file) return refusedFor('not-found', 'no-attachment');
    const attached = await attachToDraft(context, actor, { mailId, ...file, bytes: Buffer.from(file.bytes) });
    if (!attached.ok) return attached;
  }
  return done({ attached: files.length });
}

async function placeOf(
  { database }: Pick<Context, 'database'>,
  actor: Actor,
  originalId: string | null,
): Promise<string | null> {
  if (originalId === null) return null;
  const own = new Set(await mailboxesOf(database, actor));
  return (await placesOf(database, originalId)).find(({ accountId }) => own.has(accountId))?.id ?? null;
}
