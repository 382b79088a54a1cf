import { lockCredentials, resealSecret } from '@atelier/database/account/credential-store';
import { listSealedLinks, type SealedLinks, updateSealedLinks } from '@atelier/database/mail/mail-store';
import { listSealedFactors, resealFactor } from '@atelier/database/people/second-factor-store';
import { findPushKey, resealPushKey } from '@atelier/database/push/push-store';
import { transact } from '@atelier/database/transaction';
import { type Actor, isAdmin } from '../actor.ts';
import type { Context } from '../context.ts';
import { ABOUT_PUSH_KEY } from '../notify/push-keys.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';
import type { FactorKeys } from '../people/sign-in/factor-keys.ts';

/**
 * Encrypts every stored password with the current secret; all of them or none. Links of mails come along: those that
 * wait are to go out whole when the old secret is gone. So do second factors: nobody is to stand before a code that
 * cannot be compared any more.
 */
export async function rotateSecrets(
  {
    database,
    secrets,
    factorKeys,
  }: Pick<Context, 'database' | 'secrets'> & { readonly factorKeys: FactorKeys },
  actor: Actor,
): Promise<Outcome<{ readonly rotated: number; readonly total: number }>> {
  if (!isAdmin(actor)) return refusedFor('forbidden', 'admins-only');
  return transact(database, async (transaction) => {
    const credentials = await lockCredentials(transaction);
    const stale = credentials.filter(({ secret }) => secrets.isStale(secret));
    for (const { id, secret } of stale) {
      await resealSecret(transaction, { id, secret: secrets.seal(secrets.open(secret, id), id) });
    }
    for (const mail of await listSealedLinks(transaction)) {
      const links = resealed(secrets, mail);
      if (links !== null) await updateSealedLinks(transaction, { id: mail.id, links });
    }
    for (const { id, ...sealed } of await listSealedFactors(transaction)) {
      const anew = await factorKeys.reseal(sealed);
      if (anew !== null) await resealFactor(transaction, { id, ...anew });
    }
    const key = await findPushKey(transaction);
    if (key && secrets.isStale(key.privateKey))
      await resealPushKey(
        transaction,
        secrets.seal(secrets.open(key.privateKey, ABOUT_PUSH_KEY), ABOUT_PUSH_KEY),
      );
    return done({ rotated: stale.length, total: credentials.length });
  });
}

/** Null where nothing is to be done, or can be: a mail from before the last secret was forgotten is history. */
function resealed(secrets: Context['secrets'], { id, links }: SealedLinks): string | null {
  if (!secrets.isStale(links)) return null;
  try {
    return secrets.seal(secrets.open(links, id), id);
  } catch {
    return null;
  }
}
