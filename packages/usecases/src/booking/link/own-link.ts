import { insertLink, type LinkParty } from '@atelier/database/booking/link-store';
import type { MailLink } from '../../mail/queue-mail.ts';
import type { Studio } from '../../studio/studio.ts';
import { hashToken, newToken } from '../../tokens.ts';
import { bookingAddress } from './booking-address.ts';

/** A link of one mail's own to a booking (B10). */
export function ownLink(
  name: string,
  { bookingId, party, now }: { readonly bookingId: string; readonly party: LinkParty; readonly now: Date },
  { url }: Pick<Studio, 'url'>,
): Readonly<Record<string, MailLink>> {
  const token = newToken();
  const keep: MailLink['keep'] = (transaction) =>
    insertLink(transaction, { tokenHash: hashToken(token), bookingId, party }, now);
  return { [name]: { url: bookingAddress(url, token), keep } };
}
