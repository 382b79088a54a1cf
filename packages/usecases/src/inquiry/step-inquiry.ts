import { type InquiryRefused, type InquiryStep, stepInquiry } from '@atelier/booking/state/inquiry-state';
import {
  type InquiryPatch,
  type InquiryRow,
  listInquiries,
  lockInquiry,
  patchInquiry,
} from '@atelier/database/inquiry/inquiry-store';
import {
  listOfferedTimes,
  listSessions,
  type OfferedTimeRow,
  type SessionRow,
} from '@atelier/database/inquiry/session-store';
import type { Transaction } from '@atelier/database/transaction';
import { type Actor, sightOf } from '../actor.ts';
import type { Context } from '../context.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';
import { stands } from './session-standing.ts';
import { noSuchInquiry } from './studio-inquiries.ts';

export interface LockedInquiry {
  readonly inquiry: InquiryRow;
  readonly sessions: readonly SessionRow[];
  readonly times: readonly OfferedTimeRow[];
}

/** Locked until the transaction ends. Turns at times and calendars are taken before. */
export async function lockWhole(transaction: Transaction, id: string): Promise<LockedInquiry | null> {
  const inquiry = await lockInquiry(transaction, id);
  if (!inquiry) return null;
  const sessions = await listSessions(transaction, [id]);
  return { inquiry, sessions, times: await listOfferedTimes(transaction, [id]) };
}

export interface SeenVersion {
  readonly id: string;
  /** What the person saw when they decided. */
  readonly version: number;
}

/** The same for somebody of the studio; a foreign one and one that never was are answered alike (B10). */
export async function lockSeen(
  transaction: Transaction,
  actor: Actor,
  { id, version }: SeenVersion,
): Promise<Outcome<LockedInquiry>> {
  const locked = await lockWhole(transaction, id);
  const seen = await listInquiries(transaction, { ids: [id], visibleTo: sightOf(actor), limit: 1 });
  if (!locked || seen.length === 0) return noSuchInquiry();
  if (locked.inquiry.version !== version) return refusedFor('conflict', 'idea-changed');
  return done(locked);
}

/** Where a step leads; nothing is written. `already`: it was so before. */
export function stepOf(
  { inquiry: { state }, sessions }: LockedInquiry,
  step: InquiryStep,
): Outcome<{ readonly state: InquiryRow['state']; readonly already: boolean }> {
  const result = stepInquiry({ state, booked: sessions.some(stands) }, step);
  if (!result.ok) return refusedIdea(result);
  return done({ state: result.state, already: result.outcome === 'already' });
}

/** Every change has a version of its own, and open pages hear of it. */
export async function changeInquiry(
  transaction: Transaction,
  { clock }: Pick<Context, 'clock'>,
  before: InquiryRow,
  patch: Omit<InquiryPatch, 'version' | 'updatedAt'>,
): Promise<InquiryRow> {
  const change = { ...patch, version: before.version + 1, updatedAt: clock() };
  await patchInquiry(transaction, before.id, change);
  const after = { ...before, ...change };
  transaction.announce({ topic: 'bookings', artistId: after.artistId });
  return after;
}

function refusedIdea(refused: InquiryRefused): Outcome<never> {
  if (refused.refusal === 'over') return refusedFor('conflict', 'idea-over', { state: refused.state });
  return refusedFor('conflict', `idea-${refused.refusal}`);
}
