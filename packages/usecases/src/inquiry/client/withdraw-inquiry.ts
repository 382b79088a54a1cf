import { type Transaction, transact } from '@atelier/database/transaction';
import { done, type Outcome } from '../../outcome.ts';
import type { ClientInquiry } from '../client-inquiry.ts';
import type { InquiryContext } from '../inquiry-context.ts';
import { mailInquiryStudio } from '../mail/mail-inquiry.ts';
import { changeInquiry, lockWhole, stepOf } from '../step-inquiry.ts';
import { inquiryOf, seeInquiry, unknownLink } from './see-inquiry.ts';

/** The client gives an idea up. With an appointment it stands until that is cancelled. */
export async function withdrawInquiry(
  context: InquiryContext,
  token: string,
): Promise<Outcome<ClientInquiry>> {
  const id = await inquiryOf(context, token);
  if (id === null) return unknownLink();
  const withdrawn = await transact(context.database, (transaction) => withdraw(transaction, context, id));
  return withdrawn.ok ? seeInquiry(context, token) : withdrawn;
}

async function withdraw(
  transaction: Transaction,
  context: InquiryContext,
  id: string,
): Promise<Outcome<null>> {
  const locked = await lockWhole(transaction, id);
  if (!locked) return unknownLink();
  const step = stepOf(locked, { action: 'withdraw', by: 'client' });
  if (!step.ok || step.value.already) return step.ok ? done(null) : step;
  const change = { state: step.value.state, expiresAt: null };
  const after = await changeInquiry(transaction, context, locked.inquiry, change);
  await mailInquiryStudio(transaction, context, 'withdrawn', after);
  return done(null);
}
