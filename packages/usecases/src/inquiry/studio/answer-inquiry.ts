import { choiceDue } from '@atelier/booking/state/inquiry-expiry';
import { dropSessionsAfter } from '@atelier/database/inquiry/session-store';
import { type Transaction, transact } from '@atelier/database/transaction';
import type { Actor } from '../../actor.ts';
import { readNote } from '../../booking/request/client-details.ts';
import { done, type Outcome } from '../../outcome.ts';
import type { InquiryContext } from '../inquiry-context.ts';
import { mailInquiryClient } from '../mail/mail-inquiry.ts';
import { readLine } from '../read-idea.ts';
import { readSessions, type TypedSession } from '../read-offer.ts';
import { changeInquiry, lockSeen, type SeenVersion, stepOf } from '../step-inquiry.ts';
import { storeTimes } from '../store-times.ts';
import { type StudioInquiry, seeStudioInquiry } from '../studio-inquiries.ts';
import { takerOf } from './taker-of.ts';
import { withoutCalendar } from './without-calendar.ts';

export interface AnswerInquiry extends SeenVersion {
  /** Slug; needed by those who answer for others when nobody has taken the idea. */
  readonly artist?: string | undefined;
  readonly quote: string;
  readonly deposit: string;
  readonly message: string;
  /** In order. */
  readonly sessions: readonly TypedSession[];
}

interface Answer {
  readonly quote: string;
  readonly deposit: string;
  readonly message: string;
  readonly sessions: readonly TypedSession[];
}

/** What it costs, how many sessions it takes, and times to choose from for the first or for any. */
export async function answerInquiry(
  context: InquiryContext,
  actor: Actor,
  input: AnswerInquiry,
): Promise<Outcome<StudioInquiry>> {
  const answer = readAnswer(input, context.clock());
  if (!answer.ok) return answer;
  const answered = await transact(context.database, (transaction) =>
    store(transaction, context, actor, input, answer.value),
  );
  return answered.ok ? seeStudioInquiry(context, actor, input.id) : answered;
}

function readAnswer(input: AnswerInquiry, now: Date): Outcome<Answer> {
  const [quote, deposit] = [readLine(input.quote, 'quote'), readLine(input.deposit, 'deposit')];
  if (!quote.ok) return quote;
  if (!deposit.ok) return deposit;
  const message = readNote(input.message);
  if (!message.ok) return message;
  const sessions = readSessions(input.sessions, now);
  if (!sessions.ok) return sessions;
  return done({
    quote: quote.value,
    deposit: deposit.value,
    message: message.value ?? '',
    sessions: sessions.value,
  });
}

async function store(
  transaction: Transaction,
  context: InquiryContext,
  actor: Actor,
  input: AnswerInquiry,
  { sessions, ...words }: Answer,
): Promise<Outcome<null>> {
  const locked = await lockSeen(transaction, actor, input);
  if (!locked.ok) return locked;
  const step = stepOf(locked.value, { action: 'answer', by: 'artist' });
  if (!step.ok) return step;
  const taker = await takerOf(transaction, actor, locked.value.inquiry, input.artist);
  if (!taker.ok) return taker;
  const barred = withoutCalendar(taker.value);
  if (barred) return barred;
  const numbered = sessions.map((session, n) => ({ ...session, number: n + 1 }));
  await dropSessionsAfter(transaction, input.id, numbered.length);
  for (const session of numbered) await storeTimes(transaction, locked.value, context.newId, session);
  const offered = numbered.map(({ times }) => ({
    booked: false,
    starts: times.map((time) => time.getTime()),
  }));
  const due = choiceDue(offered, context.clock().getTime());
  const after = await changeInquiry(transaction, context, locked.value.inquiry, {
    ...words,
    artistId: taker.value.id,
    state: step.value.state,
    expiresAt: due === null ? null : new Date(due),
  });
  const told = numbered.map(({ number, minutes, times: starts }) => ({ number, minutes, starts }));
  await mailInquiryClient(transaction, context, 'offered', after, told);
  return done(null);
}
