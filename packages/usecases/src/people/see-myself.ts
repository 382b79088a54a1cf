import type { Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import { mailboxesOf } from '../mailbox/own-mailboxes.ts';

/** Who somebody is, and what every page of theirs has to know of it. */
export interface Myself extends Actor {
  /** How many mailboxes they read: who has none is asked nothing of mail. */
  readonly mailboxes: number;
}

export async function seeMyself({ database }: Pick<Context, 'database'>, actor: Actor): Promise<Myself> {
  return { ...actor, mailboxes: (await mailboxesOf(database, actor)).length };
}
