import { findUserById, listActive } from '@atelier/database/people/user-store';
import { type GroupRow, listGroups } from '@atelier/database/sharing/group-store';
import type { ShareLevel } from '@atelier/database/sharing/share-level';
import {
  putShare,
  removeShare,
  type Share,
  type ShareRow,
  sharesOf,
} from '@atelier/database/sharing/share-store';
import { transact } from '@atelier/database/transaction';
import type { Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';
import { keptCalendar } from './kept-calendar.ts';

type Sharing = Pick<Context, 'database'>;

/** With whom: a person, a group, or everybody of the studio. */
export type SharedWith =
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'group'; readonly id: string }
  | { readonly kind: 'everybody' };

export interface ShareCalendar {
  readonly calendarId: string;
  readonly with: SharedWith;
  /** Null: no longer. */
  readonly level: ShareLevel | null;
}

/** With whom a calendar is shared, for whoever looks after it. */
export async function seeShares(
  context: Sharing,
  actor: Actor,
  calendarId: string,
): Promise<Outcome<readonly ShareRow[]>> {
  const calendar = await keptCalendar(context, actor, calendarId);
  return calendar.ok ? done(await sharesOf(context.database, calendarId)) : calendar;
}

export interface Audience {
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly groups: readonly Pick<GroupRow, 'id' | 'name' | 'kind'>[];
}

/** With whom something can be shared at all. */
export async function seeAudience({ database }: Sharing, actor: Actor): Promise<Audience> {
  const [people, groups] = await Promise.all([listActive(database), listGroups(database)]);
  return {
    people: people.filter(({ id }) => id !== actor.userId),
    groups: groups.map(({ id, name, kind }) => ({ id, name, kind })),
  };
}

/** Lets somebody see or write a calendar, or no longer. What is open on a screen anywhere follows at once. */
export async function shareCalendar(
  context: Sharing,
  actor: Actor,
  input: ShareCalendar,
): Promise<Outcome<readonly ShareRow[]>> {
  const calendar = await keptCalendar(context, actor, input.calendarId);
  if (!calendar.ok) return calendar;
  if (calendar.value.private) return refusedFor('conflict', 'calendar-stays-private');
  const share = shareOf(input);
  if (input.level !== null && !(await isThere(context, input.with)))
    return refusedFor('not-found', 'no-such-reader');
  if (share.userId === calendar.value.ownerId) return refusedFor('conflict', 'calendar-is-theirs');
  await transact(context.database, async (transaction) => {
    if (input.level === null) await removeShare(transaction, share);
    else await putShare(transaction, share, input.level);
    // Of any calendar: who may see this one no more would not hear of it otherwise.
    transaction.announce({ topic: 'calendars', calendarId: null });
    transaction.announce({ topic: 'events', calendarId: null });
  });
  return done(await sharesOf(context.database, input.calendarId));
}

function shareOf({ calendarId, with: whom }: ShareCalendar): Share {
  return {
    calendarId,
    userId: whom.kind === 'person' ? whom.id : null,
    groupId: whom.kind === 'group' ? whom.id : null,
  };
}

async function isThere({ database }: Sharing, whom: SharedWith): Promise<boolean> {
  if (whom.kind === 'person') return (await findUserById(database, whom.id)) !== null;
  if (whom.kind === 'group') return (await listGroups(database)).some(({ id }) => id === whom.id);
  return true;
}
