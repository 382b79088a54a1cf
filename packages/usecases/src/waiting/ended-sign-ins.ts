import { connectionOverview } from '@atelier/database/account/connection-list';
import type { ProviderKind } from '@atelier/providers/kinds';
import { type Actor, isAdmin } from '../actor.ts';
import type { CalendarOverview } from '../calendars/calendar-overview.ts';
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

/** Admins see all; others those of their own calendars. */
export async function endedSignIns(
  { database }: Pick<Context, 'database'>,
  actor: Actor,
  seen: readonly CalendarOverview[],
): Promise<readonly EndedSignIn[]> {
  if (isAdmin(actor)) {
    const ended = (await connectionOverview(database)).filter(({ state }) => state === 'credentials');
    return ended.map(({ id, name, kind, lastPolledAt }) => {
      return { connectionId: id, name, kind, lastReadAt: lastPolledAt, renewable: true };
    });
  }
  const own = seen.filter(({ mine, state }) => mine && state === 'credentials');
  const byConnection = new Map(own.flatMap((one) => (one.connectionId ? [[one.connectionId, one]] : [])));
  return [...byConnection].flatMap(
    ([connectionId, { connectionName: name, provider: kind, lastCompleteAt }]) =>
      name === null || kind === null
        ? []
        : [{ connectionId, name, kind, lastReadAt: lastCompleteAt, renewable: false }],
  );
}
