import { lapsedInquiries } from '@atelier/database/inquiry/inquiry-store';
import type { ItemJob } from '@atelier/database/jobs/item-job';
import { type Transaction, transact } from '@atelier/database/transaction';
import type { InquiryContext } from '../inquiry-context.ts';
import { mailInquiryClient, mailInquiryStudio } from '../mail/mail-inquiry.ts';
import { changeInquiry, lockWhole, stepOf } from '../step-inquiry.ts';

/** Ends ideas that nobody answered and offers that nobody took up, and tells both sides. */
export const expireInquiries: ItemJob<InquiryContext> = {
  due: ({ database, clock }) => lapsedInquiries(database, clock()),
  work: (context, id) => transact(context.database, (transaction) => expire(transaction, context, id)),
};

/** Looked at again under its lock: it may have been answered at the last moment. */
async function expire(transaction: Transaction, context: InquiryContext, id: string): Promise<void> {
  const locked = await lockWhole(transaction, id);
  if (!locked || (locked.inquiry.expiresAt ?? NEVER) > context.clock()) return;
  const step = stepOf(locked, { action: 'expire', by: 'system' });
  if (!step.ok || step.value.already) return;
  const kind = locked.inquiry.state === 'OPEN' ? 'expired' : 'lapsed';
  const change = { state: step.value.state, expiresAt: null };
  const after = await changeInquiry(transaction, context, locked.inquiry, change);
  await mailInquiryClient(transaction, context, kind, after);
  await mailInquiryStudio(transaction, context, kind, after);
}

const NEVER = new Date(8.64e15);
