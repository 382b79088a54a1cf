import { insertOwnCalendar } from '@atelier/database/calendar/calendar-store';
import { findUserByEmail } from '@atelier/database/people/user-store';
import { type GroupRow, listGroups } from '@atelier/database/sharing/group-store';
import { putShare } from '@atelier/database/sharing/share-store';
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
  /** `#rrggbb` */
  readonly color?: string | undefined;
  /** Whose calendar it is besides its owner's: its members write into it as they may. */
  readonly groupId?: string | undefined;
}

const UPPER = { personal: 'PERSONAL', group: 'GROUP', mission: 'MISSION' } as const;

/**
 * A calendar of Atelier's own, without a provider. Admins make them for anybody, everybody for themselves and for groups
 * that they are in. One of a group or a mission that names none is everybody's.
 */
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
  const group = input.groupId === undefined ? null : await groupOf(context, actor, input.groupId);
  if (group && !group.ok) return group;
  const id = context.newId();
  const kind = group ? group.value.kind : UPPER[input.kind];
  const looks = { name, timeZone, kind, color: input.color ?? null };
  await transact(context.database, async (transaction) => {
    await insertOwnCalendar(transaction, { id, ownerId: owner.id, ...looks, private: false });
    const share = { calendarId: id, userId: null, groupId: group?.value.id ?? null };
    if (kind !== 'PERSONAL') await putShare(transaction, share, 'write');
    transaction.announce({ topic: 'calendars', calendarId: id });
  });
  const [calendar] = await calendarOverview(context, actor, { ids: [id] });
  return calendar ? done(calendar) : refusedFor('not-found', 'no-calendar');
}

/** Of groups that they are not in, others than admins know nothing. */
async function groupOf({ database }: Context, actor: Actor, id: string): Promise<Outcome<GroupRow>> {
  const group = (await listGroups(database)).find((one) => one.id === id);
  const known = group?.members.some(({ userId }) => userId === actor.userId) === true || isAdmin(actor);
  return group && known ? done(group) : refusedFor('not-found', 'no-group');
}
