import { insertLink, type LinkParty } from '@atelier/database/booking/link-store';
import { bookingAddress } from '../client/booking-address.ts';
import { hashToken, newToken } from '../tokens.ts';
import type { MailLink } from './queue-mail.ts';

/** A link of one mail's own to a booking (B10); none where nobody knows the address of this installation. */
export function ownLink(
  name: string,
  { bookingId, party, now }: { readonly bookingId: string; readonly party: LinkParty; readonly now: Date },
  { publicUrl }: { readonly publicUrl: string | null },
): Readonly<Record<string, MailLink>> {
  if (publicUrl === null) return {};
  const token = newToken();
  const keep: MailLink['keep'] = (transaction) =>
    insertLink(transaction, { tokenHash: hashToken(token), bookingId, party }, now);
  return { [name]: { url: bookingAddress(publicUrl, token), keep } };
}
