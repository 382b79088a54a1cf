import { choiceDue } from '@atelier/booking/state/inquiry-expiry';
import { type Transaction, transact } from '@atelier/database/transaction';
import type { Actor } from '../../actor.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import type { InquiryContext } from '../inquiry-context.ts';
import { mailInquiryClient } from '../mail/mail-inquiry.ts';
import { MOST_SESSIONS, readSession, type TypedSession } from '../read-offer.ts';
import { stands } from '../session-standing.ts';
import {
  changeInquiry,
  type LockedInquiry,
  lockSeen,
  lockWhole,
  type SeenVersion,
  stepOf,
} from '../step-inquiry.ts';
import { storeTimes } from '../store-times.ts';
import { type StudioInquiry, seeStudioInquiry } from '../studio-inquiries.ts';
import { takerOf } from './taker-of.ts';
import { withoutCalendar } from './without-calendar.ts';

export interface OfferTimes extends SeenVersion, TypedSession {
  /** One that is there and has no appointment, or the next. */
  readonly session: number;
}

/** Times for a later session, or others for one that is not booked; on the same link. They replace what was offered for it. */
export async function offerTimes(
  context: InquiryContext,
  actor: Actor,
  { session: number, ...input }: OfferTimes,
): Promise<Outcome<StudioInquiry>> {
  const session = readSession(input, context.clock());
  if (!session.ok) return session;
  if (session.value.times.length === 0) return refusedFor('invalid', 'no-times-offered');
  const offer = { ...session.value, number };
  const offered = await transact(context.database, (transaction) =>
    store(transaction, context, actor, input, offer),
  );
  return offered.ok ? seeStudioInquiry(context, actor, input.id) : offered;
}

type Numbered = TypedSession & { readonly number: number };

async function store(
  transaction: Transaction,
  context: InquiryContext,
  actor: Actor,
  seen: SeenVersion,
  offer: Numbered,
): Promise<Outcome<null>> {
  const locked = await lockSeen(transaction, actor, seen);
  if (!locked.ok) return locked;
  const step = stepOf(locked.value, { action: 'offer', by: 'artist' });
  if (!step.ok) return step;
  const artist = await takerOf(transaction, actor, locked.value.inquiry, undefined);
  if (!artist.ok) return artist;
  const barred = withoutCalendar(artist.value) ?? wrongNumber(locked.value, offer.number);
  if (barred) return barred;
  await storeTimes(transaction, locked.value, context.newId, offer);
  const { inquiry } = locked.value;
  const expiresAt = await dueOf(transaction, inquiry.id, context.clock());
  const after = await changeInquiry(transaction, context, inquiry, { state: step.value.state, expiresAt });
  const { number, minutes, times: starts } = offer;
  await mailInquiryClient(transaction, context, 'offeredAgain', after, [{ number, minutes, starts }]);
  return done(null);
}

function wrongNumber({ sessions }: LockedInquiry, number: number): Outcome<never> | null {
  const session = sessions.find((one) => one.number === number);
  if (session && stands(session)) return refusedFor('conflict', 'session-booked', { number });
  if (session || (number === sessions.length + 1 && number <= MOST_SESSIONS)) return null;
  return refusedFor('invalid', 'next-session', { number: sessions.length + 1 });
}

/** Until when the client may choose of all that is offered now. */
export async function dueOf(transaction: Transaction, id: string, now: Date): Promise<Date | null> {
  const whole = await lockWhole(transaction, id);
  const sessions = whole?.sessions.map((session) => ({
    booked: stands(session),
    starts: whole.times
      .filter(({ sessionId }) => sessionId === session.id)
      .map(({ startsAt }) => startsAt.getTime()),
  }));
  const due = choiceDue(sessions ?? [], now.getTime());
  return due === null ? null : new Date(due);
}
