import { endSessions } from '@atelier/database/people/person-store';
import { endOneSession, listSessions } from '@atelier/database/people/session-store';
import { transact } from '@atelier/database/transaction';
import type { Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';

export interface OwnSession {
  readonly id: string;
  /** It is the one that asks. */
  readonly here: boolean;
  /** What the browser says of itself. */
  readonly userAgent: string;
  readonly address: string;
  readonly since: Date;
  /** To the day: a session that is used is noted once a day. */
  readonly seenAt: Date;
}

type SessionContext = Pick<Context, 'database' | 'clock'>;

/** Where somebody is signed in, the one that asks first, then by when they were seen. */
export async function seeSessions(
  { database, clock }: SessionContext,
  actor: Actor,
  sessionId: string | null,
): Promise<readonly OwnSession[]> {
  const rows = await listSessions(database, actor.userId, clock());
  return rows
    .map(({ id, userAgent, ipAddress, createdAt, updatedAt }) => ({
      id,
      here: id === sessionId,
      userAgent: userAgent ?? '',
      address: ipAddress ?? '',
      since: createdAt,
      seenAt: updatedAt,
    }))
    .sort((a, b) => Number(b.here) - Number(a.here));
}

/** Signed out there at once, open pages as well. */
export async function endMySession(
  { database }: SessionContext,
  actor: Actor,
  id: string,
): Promise<Outcome<null>> {
  const ended = await transact(database, (transaction) => endOneSession(transaction, actor.userId, id));
  return ended ? done(null) : refusedFor('not-found', 'session-gone');
}

export async function endMyOtherSessions(
  { database }: SessionContext,
  actor: Actor,
  sessionId: string | null,
): Promise<void> {
  await transact(database, (transaction) => endSessions(transaction, actor.userId, sessionId));
}
