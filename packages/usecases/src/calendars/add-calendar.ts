import { insertOwnCalendar } from '@atelier/database/calendar/calendar-store';
import { findUserByEmail } from '@atelier/database/people/user-store';
import { transact } from '@atelier/database/transaction';
import { type Actor, isAdmin } from '../actor.ts';
import type { Context } from '../context.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';
import { breaksLine, plainLine } from '../plain-text.ts';
import { readStudio } from '../studio/read-studio.ts';
import { isTimeZone } from '../time-zone.ts';
import { type CalendarOverview, calendarOverview } from './calendar-overview.ts';

export interface AddCalendar {
  readonly name: string;
  /** E-mail address of the owner. */
  readonly owner: string;
  /** IANA name; the studio's zone when left out. */
  readonly zone?: string | undefined;
  readonly kind: 'personal' | 'group' | 'mission';
}

const UPPER = { personal: 'PERSONAL', group: 'GROUP', mission: 'MISSION' } as const;

/** A calendar of Atelier's own, without a provider. Admins make them for anybody, everybody for themselves. */
export async function addCalendar(
  context: Context,
  actor: Actor,
  input: AddCalendar,
): Promise<Outcome<CalendarOverview>> {
  const name = plainLine(input.name);
  if (name === '' || breaksLine(name)) return refusedFor('invalid', 'calendar-name');
  const owner = await findUserByEmail(context.database, input.owner);
  if (!owner || !(isAdmin(actor) || owner.id === actor.userId)) {
    return refusedFor('not-found', 'nobody-with-email');
  }
  const timeZone = input.zone ?? (await readStudio(context.database, context)).zone;
  if (!isTimeZone(timeZone)) return refusedFor('invalid', 'no-zone', { zone: timeZone.slice(0, 60) });
  const id = context.newId();
  await transact(context.database, async (transaction) => {
    const row = { id, ownerId: owner.id, name, timeZone, kind: UPPER[input.kind] };
    await insertOwnCalendar(transaction, row);
    transaction.announce({ topic: 'calendars', calendarId: id });
  });
  const [calendar] = await calendarOverview(context, actor, { ids: [id] });
  return calendar ? done(calendar) : refusedFor('not-found', 'no-calendar');
}
