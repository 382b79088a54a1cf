import { findHold } from '@atelier/database/booking/hold-store';
import type { Database } from '@atelier/database/database';
import type { Transaction } from '@atelier/database/transaction';
import type { Own } from './slot-query-of.ts';
import { hashToken } from './tokens.ts';

/** One's own hold takes nothing from oneself (case 49). A token that opens none is as good as none. */
export async function ownHold(
  asked: Pick<Database, 'query'> | Pick<Transaction, 'query'>,
  token: string | null | undefined,
): Promise<Own> {
  const hold = token ? await findHold(asked, hashToken(token)) : null;
  return { holdId: hold?.id ?? null };
}
