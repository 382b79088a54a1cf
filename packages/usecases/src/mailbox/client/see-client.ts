import {
  findPeopleOfMail,
  historyOfClient,
  mailWith,
  otherAddressesOf,
} from '@atelier/database/client/client-history';
import { hostOf, type Mailbox, sameAddress } from '@atelier/mail/address/mailbox';
import { answersElsewhere, otherSide, type SenderTrust, senderTrust } from '@atelier/mail/read/sender-trust';
import { isLineReach } from '@atelier/providers/port/mail/mail-account';
import { type Actor, sightOf } from '../../actor.ts';
import { type SeenBooking, seeBookings } from '../../booking/view/see-bookings.ts';
import type { Context } from '../../context.ts';
import type { InquiryContext } from '../../inquiry/inquiry-context.ts';
import { listStudioInquiries, type StudioInquiry } from '../../inquiry/studio-inquiries.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { mailboxesOf, mailboxOf } from '../own-mailboxes.ts';

/** Whoever is on the other side of a message, and what the studio knows of them. */
export interface MailClient {
  readonly person: Mailbox;
  /** Whether a message of theirs comes from that address; `unknown` of one that was written here. */
  readonly trust: SenderTrust;
  /** Answers would go to another domain. */
  readonly elsewhere: Mailbox | null;
  /** Nothing came from, or went to, that address before. */
  readonly first: boolean;
  /** Addresses under which clients of the same name have booked, where this one has not. */
  readonly otherAddresses: readonly string[];
  /** Messages with them in the mailboxes of whoever looks, this one included; a thousand at most. */
  readonly mails: number;
  /** Those that whoever looks may see, the newest first. */
  readonly bookings: readonly SeenBooking[];
  readonly ideas: readonly Pick<StudioInquiry, 'id' | 'idea' | 'state' | 'createdAt'>[];
}

/** By the address alone: a name proves nothing. Null where the message has no other side. */
export async function seeMailClient(
  context: InquiryContext & Pick<Context, 'mailboxes'>,
  actor: Actor,
  id: string,
): Promise<Outcome<MailClient | null>> {
  const { database, mailboxes } = context;
  const accountIds = await mailboxesOf(database, actor);
  const mail = await findPeopleOfMail(database, { id, accountIds });
  const account = mail && (await mailboxOf(database, actor, mail.accountId));
  if (!mail || !account) return refusedFor('not-found', 'no-message');
  const person = otherSide(mail, [account.address, ...account.aliases]);
  if (!person || person.address === '') return done(null);
  const theirs = mail.from.some(({ address }) => sameAddress(address, person.address));
  const { reach } = mailboxes.accessTo(account);
  const hosts = [hostOf(account.address), ...(isLineReach(reach) ? [reach.imap.host] : [])];
  const { bookingIds, ideaIds } = await historyOfClient(database, person.address);
  const known = await mailWith(database, accountIds, person.address);
  // Whoever sees only their own bookings learns nothing of others' clients.
  const asks = bookingIds.length === 0 && person.name !== '' && sightOf(actor) === null;
  const others = !asks
    ? []
    : await otherAddressesOf(database, { name: person.name, address: person.address });
  return done({
    person,
    trust: theirs ? senderTrust(mail.origin, hosts) : 'unknown',
    elsewhere: theirs ? answersElsewhere(mail.from, mail.replyTo) : null,
    first: theirs && (known.first === null || known.first >= mail.date),
    otherAddresses: others,
    mails: known.count,
    bookings: (await bookingsAmong(context, actor, bookingIds)).toReversed(),
    ideas: await ideasAmong(context, actor, ideaIds),
  });
}

async function bookingsAmong(
  context: Pick<Context, 'database'>,
  actor: Actor,
  ids: readonly string[],
): Promise<readonly SeenBooking[]> {
  return ids.length === 0 ? [] : seeBookings(context, actor, { ids });
}

async function ideasAmong(
  context: InquiryContext,
  actor: Actor,
  ids: readonly string[],
): Promise<MailClient['ideas']> {
  const seen = ids.length === 0 ? [] : await listStudioInquiries(context, actor, { ids });
  return seen.map(({ id, idea, state, createdAt }) => ({ id, idea, state, createdAt }));
}
