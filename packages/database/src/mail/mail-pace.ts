import { waitForTurn } from '../postgres/turn.sql.ts';
import type { Transaction } from '../transaction.ts';
import { mailsOf, readerOf } from './mail-pace.sql.ts';
import { CLIENT_PACE, STAFF_PACE, sendAt } from './send-at.ts';

/** Namespace of the advisory locks, apart from those of other purposes. */
const PACE_LOCKS = 7_305;

/**
 * When a mail to this address goes, whatever it is about and whoever caused it (B10). Mails to one client take turns
 * until the transaction ends, or two at once would both find room; to the studio's own people the pace is wide, and
 * nobody waits for anybody.
 */
export async function paceOf(transaction: Transaction, recipient: string, now: Date): Promise<Date> {
  const [reader] = await transaction.query(readerOf, { recipient });
  const { mailbox, staff } = reader ?? { mailbox: recipient, staff: false };
  const pace = staff ? STAFF_PACE : CLIENT_PACE;
  if (!staff) await transaction.query(waitForTurn, { room: PACE_LOCKS, key: mailbox });
  const taken = await transaction.query(mailsOf, { mailbox, now, most: pace.day });
  return sendAt(
    taken.map(({ at }) => at),
    now,
    pace,
  );
}
