import { type CalendarPatch, patchCalendar } from '@atelier/database/calendar/calendar-store';
import { tendSoon } from '@atelier/database/hints/channel-store';
import { tellDue } from '@atelier/database/source/source-pace';
import { transact } from '@atelier/database/transaction';
import { type Actor, isAdmin } from '../actor.ts';
import type { Context } from '../context.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';
import { asLine } from '../plain-text.ts';
import { type CalendarOverview, calendarOverview } from './calendar-overview.ts';

export interface SetCalendar {
  readonly id: string;
  readonly name?: string | undefined;
  /** `#rrggbb` */
  readonly color?: string | undefined;
  readonly enabled?: boolean | undefined;
  /** Null: Atelier chooses again, more slowly when the calendar is quiet. */
  readonly intervalSeconds?: number | null | undefined;
  readonly onConflict?: 'remote' | 'local' | 'ask' | undefined;
}

/** Polling faster than this helps nobody and gets accounts throttled. */
export const SHORTEST_INTERVAL_SECONDS = 60;
export const LONGEST_INTERVAL_SECONDS = 86_400;
const DEFAULT_INTERVAL_SECONDS = 300;

/** Changes how a calendar looks and how it is kept in step. Owners look after their own, admins after all. */
export async function setCalendar(
  context: Context,
  actor: Actor,
  input: SetCalendar,
): Promise<Outcome<CalendarOverview>> {
  const [before] = await calendarOverview(context, actor, { ids: [input.id] });
  if (!before || !(before.mine || isAdmin(actor))) return refusedFor('not-found', 'no-calendar');
  const wrong = intervalRefusal(input.intervalSeconds);
  if (wrong) return wrong;
  await transact(context.database, async (transaction) => {
    await patchCalendar(transaction, input.id, patchOf(input), context.clock());
    transaction.announce({ topic: 'calendars', calendarId: input.id });
    if (input.enabled !== undefined) transaction.announce({ topic: 'events', calendarId: input.id });
    if (input.enabled !== undefined && before.connectionId) await tendSoon(transaction, before.connectionId);
    await tellDue(transaction);
  });
  const [after] = await calendarOverview(context, actor, { ids: [input.id] });
  return after ? done(after) : refusedFor('not-found', 'no-calendar');
}

function patchOf(input: SetCalendar): CalendarPatch {
  return {
    ownName: asLine(input.name ?? '') || undefined,
    ownColor: input.color,
    enabled: input.enabled,
    intervalSeconds: input.intervalSeconds === null ? DEFAULT_INTERVAL_SECONDS : input.intervalSeconds,
    intervalChosen: input.intervalSeconds === undefined ? undefined : input.intervalSeconds !== null,
    onConflict: input.onConflict === undefined ? undefined : UPPER[input.onConflict],
  };
}

const UPPER = { remote: 'REMOTE', local: 'LOCAL', ask: 'ASK' } as const;

function intervalRefusal(seconds: number | null | undefined): Outcome<never> | null {
  if (seconds === undefined || seconds === null) return null;
  if (seconds >= SHORTEST_INTERVAL_SECONDS && seconds <= LONGEST_INTERVAL_SECONDS) return null;
  return refusedFor('invalid', 'calendar-interval');
}
