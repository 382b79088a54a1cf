import { lapsedInquiries } from '@atelier/database/inquiry/inquiry-store';
import { eachDue, type Telling } from '@atelier/database/jobs/each-due';
import { type Transaction, transact } from '@atelier/database/transaction';
import type { InquiryContext } from '../inquiry-context.ts';
import { mailInquiryClient, mailInquiryStudio } from '../mail/mail-inquiry.ts';
import { changeInquiry, lockWhole, stepOf } from '../step-inquiry.ts';

/** Ends ideas that nobody answered and offers that nobody took up, and tells both sides. */
export async function expireInquiries(
  context: InquiryContext & Telling,
): Promise<{ readonly expired: number }> {
  const { database, clock } = context;
  let expired = 0;
  await eachDue(context, {
    job: 'expire-ideas',
    due: (which) => lapsedInquiries(database, { ...which, now: clock() }),
    async work({ id }) {
      if (await transact(database, (transaction) => expire(transaction, context, id))) expired += 1;
      return null;
    },
  });
  return { expired };
}

/** Looked at again under its lock: it may have been answered at the last moment. */
async function expire(transaction: Transaction, context: InquiryContext, id: string): Promise<boolean> {
  const locked = await lockWhole(transaction, id);
  if (!locked || (locked.inquiry.expiresAt ?? NEVER) > context.clock()) return false;
  const step = stepOf(locked, { action: 'expire', by: 'system' });
  if (!step.ok || step.value.already) return false;
  const kind = locked.inquiry.state === 'OPEN' ? 'expired' : 'lapsed';
  const change = { state: step.value.state, expiresAt: null };
  const after = await changeInquiry(transaction, context, locked.inquiry, change);
  await mailInquiryClient(transaction, context, kind, after);
  await mailInquiryStudio(transaction, context, kind, after);
  return true;
}

const NEVER = new Date(8.64e15);
