import type { Query } from '../database.ts';
import {
  compareEverything,
  doubtCreations,
  doubtOutgoing,
  extendRequests,
  forgetMailEdits,
  forgetSessions,
  holdMails,
  leapFeed,
  noteSetBack,
  settleNotices,
} from './set-back.sql.ts';

export interface SetBack {
  /** Of the data. */
  readonly takenAt: Date;
  readonly now: Date;
  /** Why an event waits that was still to be created, for the list of what waits. */
  readonly doubt: { readonly message: string; readonly hint: string };
}

/** What a person has to look at, since nobody here can know it. */
export interface Doubts {
  /** Notices that are held. */
  readonly mails: number;
  /** People's mails of which the folder of sent mail is asked. */
  readonly outgoing: number;
  /** Events that were still to be created at a provider. */
  readonly creations: number;
}

const DAY_MS = 86_400_000;
/** Nobody tries them but a person. */
const FAR_MS = 365 * DAY_MS;

/**
 * Prepares a database that is older than the world around it: mail went out, providers were written to, people and
 * artists answered, and it knows nothing of that. Nothing is sent, created or let lapse unasked; everything is compared;
 * every page starts over, and everybody signs in again.
 * @param query in the transaction that the data came in.
 */
export async function setBack(query: Query, { takenAt: taken, now, doubt }: SetBack): Promise<Doubts> {
  const mails = await query(holdMails);
  const outgoing = await query(doubtOutgoing, { now });
  const later = new Date(now.getTime() + FAR_MS);
  const creations = await query(doubtCreations, { later, ...doubt });
  await query(forgetMailEdits);
  await query(settleNotices, { now });
  await query(extendRequests, { until: new Date(now.getTime() + DAY_MS), taken });
  await query(compareEverything, { now });
  await query(forgetSessions);
  await query(leapFeed);
  await query(noteSetBack, { now, taken });
  return { mails: mails.length, outgoing: outgoing.length, creations: creations.length };
}
