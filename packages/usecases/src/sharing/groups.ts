import { findUserById } from '@atelier/database/people/user-store';
import {
  deleteGroup,
  type GroupRow,
  insertGroup,
  listGroups,
  putMember,
  removeMember,
  renameGroup,
} from '@atelier/database/sharing/group-store';
import type { ShareLevel } from '@atelier/database/sharing/share-level';
import { type Transaction, transact } from '@atelier/database/transaction';
import { type Actor, isAdmin } from '../actor.ts';
import type { Context } from '../context.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';
import { breaksLine, plainLine } from '../plain-text.ts';

type Grouping = Pick<Context, 'database' | 'clock' | 'newId'>;

export interface Group extends Omit<GroupRow, 'kind'> {
  readonly kind: 'group' | 'mission';
}

const UPPER = { group: 'GROUP', mission: 'MISSION' } as const;
/** Characters. */
const LONGEST_NAME = 120;

/** Groups and missions with their members: for admins all, for others those that they are in. */
export async function seeGroups(
  { database }: Pick<Context, 'database'>,
  actor: Actor,
): Promise<readonly Group[]> {
  const groups = await listGroups(database);
  return groups
    .filter(({ members }) => isAdmin(actor) || members.some(({ userId }) => userId === actor.userId))
    .map(({ kind, ...group }) => ({ ...group, kind: kind === 'MISSION' ? 'mission' : 'group' }));
}

export async function addGroup(
  context: Grouping,
  actor: Actor,
  input: { readonly name: string; readonly kind: 'group' | 'mission' },
): Promise<Outcome<{ readonly id: string }>> {
  const name = groupName(input.name);
  if (!name.ok) return name;
  const group = {
    id: context.newId(),
    kind: UPPER[input.kind],
    name: name.value,
    createdAt: context.clock(),
  };
  return changing(context, actor, async (transaction) => {
    await insertGroup(transaction, group);
    return done({ id: group.id });
  });
}

export async function nameGroup(
  context: Grouping,
  actor: Actor,
  input: { readonly id: string; readonly name: string },
): Promise<Outcome<{ readonly id: string }>> {
  const name = groupName(input.name);
  if (!name.ok) return name;
  return changing(context, actor, async (transaction) =>
    (await renameGroup(transaction, input.id, name.value)) ? done({ id: input.id }) : noGroup(),
  );
}

/** The calendars stay with their owners; nobody sees them through the group any more. */
export async function removeGroup(
  context: Grouping,
  actor: Actor,
  id: string,
): Promise<Outcome<{ readonly id: string }>> {
  return changing(context, actor, async (transaction) =>
    (await deleteGroup(transaction, id)) ? done({ id }) : noGroup(),
  );
}

export interface SetMember {
  readonly groupId: string;
  readonly userId: string;
  /** The most that what is shared with the group lets them do; null: they are in it no more. */
  readonly level: ShareLevel | null;
}

export async function setMember(
  context: Grouping,
  actor: Actor,
  { level, ...member }: SetMember,
): Promise<Outcome<{ readonly id: string }>> {
  return changing(context, actor, async (transaction) => {
    const known = (await listGroups(transaction)).some(({ id }) => id === member.groupId);
    if (!known) return noGroup();
    if (level === null) await removeMember(transaction, member);
    else if ((await findUserById(transaction, member.userId)) === null)
      return refusedFor('not-found', 'no-such-reader');
    else await putMember(transaction, member, level);
    return done({ id: member.groupId });
  });
}

/** Who is in a group decides which calendars somebody sees: every open page looks again. */
async function changing<T>(
  { database }: Grouping,
  actor: Actor,
  work: (transaction: Transaction) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  if (!isAdmin(actor)) return refusedFor('forbidden', 'admins-only');
  return transact(database, async (transaction) => {
    const outcome = await work(transaction);
    if (outcome.ok) {
      transaction.announce({ topic: 'calendars', calendarId: null });
      transaction.announce({ topic: 'events', calendarId: null });
    }
    return outcome;
  });
}

function groupName(typed: string): Outcome<string> {
  const name = plainLine(typed);
  const wrong = name === '' || name.length > LONGEST_NAME || breaksLine(name);
  return wrong ? refusedFor('invalid', 'group-name', { most: LONGEST_NAME }) : done(name);
}

function noGroup(): Outcome<never> {
  return refusedFor('not-found', 'no-group');
}
