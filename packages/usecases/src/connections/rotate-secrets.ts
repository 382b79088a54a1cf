import { lockCredentials, updateSecret } from '@atelier/database/account/credential-store';
import { listSealedLinks, type SealedLinks, updateSealedLinks } from '@atelier/database/mail/mail-store';
import { findPushKey, resealPushKey } from '@atelier/database/push/push-store';
import { transact } from '@atelier/database/transaction';
import { type Actor, isAdmin } from '../actor.ts';
import type { Context } from '../context.ts';
import { ABOUT_PUSH_KEY } from '../notify/push-keys.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';

/**
 * Encrypts every stored password with the current secret; all of them or none. Links of mails come along: those that
 * wait are to go out whole when the old secret is gone.
 */
export async function rotateSecrets(
  { database, secrets }: Pick<Context, 'database' | 'secrets'>,
  actor: Actor,
): Promise<Outcome<{ readonly rotated: number; readonly total: number }>> {
  if (!isAdmin(actor)) return refusedFor('forbidden', 'admins-only');
  return transact(database, async (transaction) => {
    const credentials = await lockCredentials(transaction);
    const stale = credentials.filter(({ secret }) => secrets.isStale(secret));
    for (const { id, secret } of stale) {
      await updateSecret(transaction, { id, secret: secrets.seal(secrets.open(secret, id), id) });
    }
    for (const mail of await listSealedLinks(transaction)) {
      const links = resealed(secrets, mail);
      if (links !== null) await updateSealedLinks(transaction, { id: mail.id, links });
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
