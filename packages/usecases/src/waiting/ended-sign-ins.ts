import { connectionOverview } from '@atelier/database/account/connection-list';
import type { ProviderKind } from '@atelier/providers/kinds';
import type { Actor } from '../actor.ts';
import type { CalendarOverview } from '../calendars/calendar-overview.ts';
import { looksAfter } from '../connections/account-rights.ts';
import type { Context } from '../context.ts';

/** An account whose password is refused: nothing of it is kept in step until somebody gives a new one. */
export interface EndedSignIn {
  readonly connectionId: string;
  readonly name: string;
  readonly kind: ProviderKind;
  /** When its calendars were last read; null for never. */
  readonly lastReadAt: Date | null;
  /** Whether this person can give a new password. */
  readonly renewable: boolean;
}

/** Admins see those of everybody; others those of their own, and of calendars of theirs in the account of somebody else. */
export async function endedSignIns(
  { database }: Pick<Context, 'database'>,
  actor: Actor,
  seen: readonly CalendarOverview[],
): Promise<readonly EndedSignIn[]> {
  const theirs = new Set(seen.filter(({ mine }) => mine).map(({ connectionId }) => connectionId));
  const ended = (await connectionOverview(database)).filter(({ state }) => state === 'credentials');
  return ended.flatMap((account) => {
    const renewable = looksAfter(actor, account);
    if (!renewable && !theirs.has(account.id)) return [];
    const { id, name, kind, lastPolledAt } = account;
    return [{ connectionId: id, name, kind, lastReadAt: lastPolledAt, renewable }];
  });
}
