import type { InquiryRow } from '@atelier/database/inquiry/inquiry-store';
import { type Transaction, transact } from '@atelier/database/transaction';
import type { Actor } from '../../actor.ts';
import { readNote } from '../../booking/request/client-details.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import type { InquiryContext } from '../inquiry-context.ts';
import { mailInquiryClient } from '../mail/mail-inquiry.ts';
import { changeInquiry, lockSeen, type SeenVersion, stepOf } from '../step-inquiry.ts';
import { type StudioInquiry, seeStudioInquiry } from '../studio-inquiries.ts';

/** Says no, in words of one's own if there are any. */
export async function declineInquiry(
  context: InquiryContext,
  actor: Actor,
  { message, ...seen }: SeenVersion & { readonly message?: string | null | undefined },
): Promise<Outcome<StudioInquiry>> {
  const words = readNote(message);
  if (!words.ok) return words;
  const ended = await transact(context.database, async (transaction) => {
    const change = { message: words.value ?? '' };
    const after = await endIt(transaction, context, actor, { seen, action: 'decline', change });
    if (after.ok && after.value) await mailInquiryClient(transaction, context, 'declined', after.value);
    return after;
  });
  return ended.ok ? seeStudioInquiry(context, actor, seen.id) : ended;
}

/** Everything is agreed on: no more times are offered, and the appointments stand. */
export async function closeInquiry(
  context: InquiryContext,
  actor: Actor,
  seen: SeenVersion,
): Promise<Outcome<StudioInquiry>> {
  const ended = await transact(context.database, (transaction) =>
    endIt(transaction, context, actor, { seen, action: 'close', change: {} }),
  );
  return ended.ok ? seeStudioInquiry(context, actor, seen.id) : ended;
}

interface Ending {
  readonly seen: SeenVersion;
  readonly action: 'decline' | 'close';
  readonly change: { readonly message?: string };
}

/** @returns null when it had come to this end before. */
async function endIt(
  transaction: Transaction,
  context: InquiryContext,
  actor: Actor,
  { seen, action, change }: Ending,
): Promise<Outcome<InquiryRow | null>> {
  const locked = await lockSeen(transaction, actor, seen);
  if (!locked.ok) return locked;
  const { inquiry } = locked.value;
  if (inquiry.artistId === null && actor.role === 'ARTIST') return refusedFor('forbidden', 'idea-for-anyone');
  const step = stepOf(locked.value, { action, by: 'artist' });
  if (!step.ok) return step;
  if (step.value.already) return done(null);
  const ended = { ...change, state: step.value.state, expiresAt: null };
  return done(await changeInquiry(transaction, context, inquiry, ended));
}
