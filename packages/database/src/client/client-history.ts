import { foldText } from '@atelier/calendar/text/fold-text';
import type { Queryable } from '../database.ts';
import type { ParamsOf, RowOf } from '../statement.ts';
import {
  bookingsOfClient,
  clientsNamed,
  ideasOfClient,
  mailsWith,
  peopleOfMail,
} from './client-history.sql.ts';

/** Ids of what a client has booked or wished for, by their address, the newest first. Who may see it, others decide. */
export async function historyOfClient(
  { query }: Queryable,
  address: string,
): Promise<{ readonly bookingIds: readonly string[]; readonly ideaIds: readonly string[] }> {
  const [bookings, ideas] = [
    await query(bookingsOfClient, { address }),
    await query(ideasOfClient, { address }),
  ];
  return { bookingIds: bookings.map(({ id }) => id), ideaIds: ideas.map(({ id }) => id) };
}

/** Addresses under which clients of that name have booked, but for this one. */
export async function otherAddressesOf(
  { query }: Queryable,
  named: ParamsOf<typeof clientsNamed>,
): Promise<readonly string[]> {
  return (await query(clientsNamed, named)).map(({ address }) => address);
}

/** How many messages these mailboxes have from or to an address (a thousand at most), and since when. */
export async function mailWith(
  { query }: Queryable,
  accountIds: readonly string[],
  address: string,
): Promise<RowOf<typeof mailsWith>> {
  const words = (foldText(address).match(/[\p{L}\p{N}]+/gu) ?? []).join(' & ');
  const [row] = words === '' ? [] : await query(mailsWith, { accountIds, words, address });
  return row ?? { count: 0, first: null };
}

/** @returns null where there is no such message in these mailboxes. */
export async function findPeopleOfMail(
  { query }: Queryable,
  asked: ParamsOf<typeof peopleOfMail>,
): Promise<RowOf<typeof peopleOfMail> | null> {
  const [row] = await query(peopleOfMail, asked);
  return row ?? null;
}
