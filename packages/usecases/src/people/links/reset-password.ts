import { dropPersonLink } from '@atelier/database/people/person-link-store';
import { endSessions, setPasswordHash } from '@atelier/database/people/person-store';
import type { Actor } from '../../actor.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { changePerson, type PeopleContext } from '../change-person.ts';
import { readNewPassword } from '../read-person.ts';
import { type MadeLink, makeLink } from './person-link.ts';

/**
 * The password opens no more and everybody who used it is out; its owner chooses another by a link. For somebody who
 * was invited and has none yet, the link is made anew.
 */
export function resetPassword(context: PeopleContext, actor: Actor, id: string): Promise<Outcome<MadeLink>> {
  return changePerson(context, actor, id, async ({ transaction, person }) => {
    if (person.id === actor.userId) return refusedFor('conflict', 'not-yourself');
    if (person.disabledAt !== null) return refusedFor('conflict', 'person-disabled');
    await setPasswordHash(transaction, id, null, context.clock());
    await endSessions(transaction, id);
    const had = person.hasPassword || person.linkKind === 'RESET';
    return done(await makeLink(transaction, context, person, had ? 'RESET' : 'INVITE'));
  });
}

/** A password that the operator gives out by hand. */
export async function givePassword(
  context: PeopleContext,
  actor: Actor,
  { id, password }: { readonly id: string; readonly password: string },
): Promise<Outcome<{ readonly id: string }>> {
  const read = readNewPassword(password);
  if (!read.ok) return read;
  const hash = await context.passwords.hash(read.value);
  return changePerson(context, actor, id, async ({ transaction }) => {
    await setPasswordHash(transaction, id, hash, context.clock());
    await dropPersonLink(transaction, id);
    await endSessions(transaction, id);
    return done({ id });
  });
}
