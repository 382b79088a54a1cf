import {
  findPersonLink,
  type PersonLinkKind,
  takePersonLink,
} from '@atelier/database/people/person-link-store';
import { endSessions, patchPerson, setPasswordHash } from '@atelier/database/people/person-store';
import { transact } from '@atelier/database/transaction';
import { makePrivateCalendar } from '../../calendars/private-calendar.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { readStudio } from '../../studio/read-studio.ts';
import { hashToken } from '../../tokens.ts';
import type { PeopleContext } from '../change-person.ts';
import { readNewPassword, readPersonName } from '../read-person.ts';

export interface SeenLink {
  readonly kind: PersonLinkKind;
  readonly name: string;
  readonly email: string;
  readonly language: string;
  readonly studio: string;
  readonly expiresAt: Date;
}

/** Looking changes nothing: whoever fetches the page beforehand (a mail scanner) uses nothing up. */
export async function seeLink(context: PeopleContext, token: string): Promise<Outcome<SeenLink>> {
  const { database, clock } = context;
  const link = await findPersonLink(database, hashToken(token), clock());
  if (link === null) return refusedFor('not-found', 'link-over');
  const studio = await readStudio(database, context);
  const { kind, name, email, language, expiresAt } = link;
  return done({ kind, name, email, expiresAt, language: language ?? studio.language, studio: studio.name });
}

export interface AcceptLink {
  readonly token: string;
  readonly name: string;
  readonly password: string;
  readonly language?: 'en' | 'fr' | undefined;
}

/** The person has a password from now on, and the link is used up. */
export async function acceptLink(
  context: PeopleContext,
  { token, name, password, language }: AcceptLink,
): Promise<Outcome<{ readonly email: string }>> {
  const { database, passwords, clock } = context;
  const [called, chosen] = [readPersonName(name), readNewPassword(password)];
  if (!called.ok) return called;
  if (!chosen.ok) return chosen;
  const tokenHash = hashToken(token);
  // Hashing a password costs; it is done for a link that opens.
  const link = await findPersonLink(database, tokenHash, clock());
  if (link === null) return refusedFor('not-found', 'link-over');
  const hash = await passwords.hash(chosen.value);
  return transact(database, async (transaction) => {
    const now = clock();
    const taken = await takePersonLink(transaction, tokenHash, now);
    if (taken === null) return refusedFor('not-found', 'link-over');
    await setPasswordHash(transaction, taken.userId, hash, now);
    await patchPerson(transaction, taken.userId, { name: called.value, ...(language && { language }) }, now);
    await endSessions(transaction, taken.userId);
    const owner = { id: taken.userId, language: language ?? link.language };
    await makePrivateCalendar(transaction, context, owner);
    transaction.announce({ topic: 'people' });
    return done({ email: link.email });
  });
}
