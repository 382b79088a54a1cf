import { endSessions, lockPerson } from '@atelier/database/people/person-store';
import {
  beginSecondFactor,
  confirmSecondFactor,
  dropPasskeys,
  dropSecondFactor,
  findSecondFactor,
  setRecoveryCodes,
  takeCode,
} from '@atelier/database/people/second-factor-store';
import { type Transaction, transact } from '@atelier/database/transaction';
import { nearestLanguage } from '@atelier/words/language';
import { MAIL_WORDS } from '@atelier/words/mail/mail-words';
import type { Actor } from '../../actor.ts';
import { queueMail } from '../../mail/queue-mail.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { readStudio } from '../../studio/read-studio.ts';
import { changePerson, type PeopleContext } from '../change-person.ts';
import type { FactorKeys, MadeFactor } from './factor-keys.ts';
import { type ProveContext, provePassword } from './prove-password.ts';

export type FactorContext = ProveContext & { readonly factorKeys: FactorKeys };

/** What its owner scans and writes down; asked for at sign-in only when a first code was right. */
export async function beginFactor(
  context: FactorContext,
  actor: Actor,
  password: string,
): Promise<Outcome<Pick<MadeFactor, 'uri' | 'recoveryCodes'>>> {
  const proved = await provePassword(context, actor, password);
  if (!proved.ok) return proved;
  const { name } = await readStudio(context.database, context);
  const { uri, recoveryCodes, sealed } = await context.factorKeys.make(name, actor.email);
  const begun = await transact(context.database, (transaction) =>
    beginSecondFactor(transaction, { id: context.newId(), userId: actor.userId, ...sealed }),
  );
  return begun ? done({ uri, recoveryCodes }) : refusedFor('conflict', 'factor-on');
}

/** The app shows the right code: from now on one is asked for after the password. */
export async function confirmFactor(
  context: FactorContext,
  actor: Actor,
  code: string,
): Promise<Outcome<null>> {
  const { database, factorKeys, clock } = context;
  return transact(database, async (transaction) => {
    const { userId } = actor;
    await lockPerson(transaction, userId);
    const begun = await findSecondFactor(transaction, userId);
    if (begun === null) return refusedFor('not-found', 'factor-not-begun');
    if (begun.verified) return refusedFor('conflict', 'factor-on');
    const right = await factorKeys.matches(begun.secret, code);
    if (!right || !(await takeCode(transaction, { userId, code, now: clock() })))
      return refusedFor('invalid', 'wrong-code');
    await confirmSecondFactor(transaction, userId);
    told(transaction, userId);
    return done(null);
  });
}

/** Those before open nothing any more. */
export async function renewRecoveryCodes(
  context: FactorContext,
  actor: Actor,
  password: string,
): Promise<Outcome<Pick<MadeFactor, 'recoveryCodes'>>> {
  const proved = await provePassword(context, actor, password);
  if (!proved.ok) return proved;
  const { recoveryCodes, backupCodes } = await context.factorKeys.makeCodes();
  const kept = await transact(context.database, (transaction) =>
    setRecoveryCodes(transaction, actor.userId, backupCodes),
  );
  return kept ? done({ recoveryCodes }) : refusedFor('not-found', 'factor-off');
}

/** By its owner. Browsers that were trusted are forgotten with it. */
export async function turnFactorOff(
  context: FactorContext,
  actor: Actor,
  password: string,
): Promise<Outcome<null>> {
  const proved = await provePassword(context, actor, password);
  if (!proved.ok) return proved;
  return transact(context.database, async (transaction) => {
    const person = await lockPerson(transaction, actor.userId);
    if (person === null || !(await dropSecondFactor(transaction, actor.userId)))
      return refusedFor('not-found', 'factor-off');
    await tellOff(transaction, context, person, actor);
    told(transaction, actor.userId);
    return done(null);
  });
}

/**
 * For somebody who has lost telephone and recovery codes: by their password alone they are in again. Their passkeys go
 * too, and they are signed out everywhere, for whoever found the telephone. They hear of it by mail, which is the record.
 */
export function takeFactorOff(
  context: PeopleContext,
  actor: Actor,
  id: string,
): Promise<Outcome<{ readonly id: string }>> {
  return changePerson(context, actor, id, async ({ transaction, person }) => {
    if (person.id === actor.userId) return refusedFor('conflict', 'not-yourself');
    const dropped = await dropSecondFactor(transaction, id);
    if ((await dropPasskeys(transaction, id)) === 0 && !dropped) return refusedFor('conflict', 'factor-off');
    await endSessions(transaction, id);
    await tellOff(transaction, context, person, actor);
    return done({ id });
  });
}

interface Told {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: string | null;
}

async function tellOff(
  transaction: Transaction,
  context: Pick<PeopleContext, 'secrets' | 'clock' | 'newId' | 'given'>,
  person: Told,
  by: Actor,
): Promise<void> {
  const { url, language } = await readStudio(transaction, context);
  const { hello, factorOff } = MAIL_WORDS[nearestLanguage(person.language ?? language)].account;
  const { name } = person;
  const lead = by.userId === person.id ? factorOff.byYou : factorOff.by({ name: by.name });
  const body = [hello({ name }), '', lead, '', factorOff.next, '', url, ''].join('\n');
  const once = `factor-off:${context.newId()}`;
  await queueMail(transaction, context, { once, recipient: person.email, subject: factorOff.subject, body });
}

function told(transaction: Transaction, userId: string): void {
  transaction.announce({ topic: 'self', userId });
  transaction.announce({ topic: 'people' });
}
