import { findInquiryLink } from '@atelier/database/inquiry/inquiry-link-store';
import { listInquiries } from '@atelier/database/inquiry/inquiry-store';
import type { Context } from '../../context.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { readStudio } from '../../studio/read-studio.ts';
import { hashToken } from '../../tokens.ts';
import type { ClientInquiry } from '../client-inquiry.ts';
import { sessionAddress } from '../inquiry-address.ts';
import type { InquiryContext } from '../inquiry-context.ts';
import { viewInquiries } from '../view-inquiries.ts';

/** What the link of a client shows. A wrong token and one of an idea that is gone are answered alike (B10). */
export async function seeInquiry(context: InquiryContext, token: string): Promise<Outcome<ClientInquiry>> {
  const id = await inquiryOf(context, token);
  const rows =
    id === null ? [] : await listInquiries(context.database, { ids: [id], visibleTo: null, limit: 1 });
  const { url } = await readStudio(context.database, context);
  const [viewed] = await viewInquiries(context, rows, ({ number }) => sessionAddress(url, token, number));
  return viewed ? done(viewed.inquiry) : unknownLink();
}

/** @returns id of the inquiry that a link opens. */
export function inquiryOf({ database }: Pick<Context, 'database'>, token: string): Promise<string | null> {
  return findInquiryLink(database, hashToken(token));
}

export function unknownLink(): Outcome<never> {
  return refusedFor('not-found', 'idea-link-opens-nothing');
}
