import type { InquiryState } from '@atelier/booking/state/inquiry-state';
import { type InquiryRow, listInquiries } from '@atelier/database/inquiry/inquiry-store';
import { type Actor, sightOf } from '../actor.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';
import type { ClientInquiry } from './client-inquiry.ts';
import type { InquiryContext } from './inquiry-context.ts';
import { viewInquiries } from './view-inquiries.ts';

/** An idea as the studio sees it. */
export interface StudioInquiry extends ClientInquiry {
  readonly id: string;
  /** To be named with every change, so that nobody overwrites what they have not seen. */
  readonly version: number;
  readonly imageIds: readonly string[];
  readonly language: string;
  readonly clientZone: string | null;
  readonly updatedAt: Date;
}

const MOST = 500;

/** Admins and the front desk see all, artists their own and those that nobody has taken. */
export async function listStudioInquiries(
  context: InquiryContext,
  actor: Actor,
  {
    states,
    ids,
  }: { readonly states?: readonly InquiryState[] | undefined; readonly ids?: readonly string[] } = {},
): Promise<readonly StudioInquiry[]> {
  const filter = { ...(ids && { ids }), states: states?.length ? states : undefined };
  return viewed(context, await visible(context, actor, filter));
}

/** A foreign one and one that never was are answered alike. */
export async function seeStudioInquiry(
  context: InquiryContext,
  actor: Actor,
  id: string,
): Promise<Outcome<StudioInquiry>> {
  const [inquiry] = await viewed(context, await visible(context, actor, { ids: [id] }));
  return inquiry ? done(inquiry) : noSuchInquiry();
}

export function noSuchInquiry(): Outcome<never> {
  return refusedFor('not-found', 'no-idea');
}

function visible(
  { database }: InquiryContext,
  actor: Actor,
  filter: { readonly ids?: readonly string[]; readonly states?: readonly InquiryState[] | undefined },
): Promise<readonly InquiryRow[]> {
  return listInquiries(database, { ...filter, visibleTo: sightOf(actor), limit: MOST });
}

async function viewed(
  context: InquiryContext,
  rows: readonly InquiryRow[],
): Promise<readonly StudioInquiry[]> {
  const seen = await viewInquiries(context, rows, ({ bookingId }) => `/bookings/${bookingId}`);
  return seen.map(({ row: { id, version, language, clientZone, updatedAt }, inquiry, imageIds }) => ({
    ...inquiry,
    id,
    version,
    imageIds,
    language,
    clientZone,
    updatedAt,
  }));
}
