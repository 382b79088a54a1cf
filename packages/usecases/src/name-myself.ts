import { renameUser } from '@atelier/database/user-store';
import { type Actor, isPerson } from './actor.ts';
import { readLine } from './booking/settings/typed-text.ts';
import type { Context } from './context.ts';
import { done, type Outcome, refused } from './outcome.ts';

/** What the first admin is called until they say their own name; no mail greets anybody by it. */
export const UNNAMED = 'Admin';

/** How somebody is called, in lists and in mails to them. */
export async function nameMyself(
  { database }: Pick<Context, 'database'>,
  actor: Actor,
  typed: string,
): Promise<Outcome<{ readonly name: string }>> {
  if (!isPerson(actor)) return refused('forbidden', 'Only somebody who signs in has a name here.');
  const name = readLine(typed, { name: 'Your name', most: 200, needed: true });
  if (!name.ok) return name;
  await renameUser(database, actor.userId, name.value);
  return done({ name: name.value });
}
