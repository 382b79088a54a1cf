import { lockCredentials, resealSecret } from '@atelier/database/account/credential-store';
import { allChannels, resealChannel } from '@atelier/database/hints/channel-store';
import { listSealedLinks, updateSealedLinks } from '@atelier/database/mail/mail-store';
import { listSealedFactors, resealFactor } from '@atelier/database/people/second-factor-store';
import { findPushKey, resealPushKey } from '@atelier/database/push/push-store';
import { transact } from '@atelier/database/transaction';
import { type Actor, isAdmin } from '../actor.ts';
import type { Context } from '../context.ts';
import { ABOUT_PUSH_KEY } from '../notify/push-keys.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';
import type { FactorKeys } from '../people/sign-in/factor-keys.ts';

/**
 * Encrypts every stored password with the current secret; all of them or none. What else lies sealed comes along: links
 * of mails that are to go out whole when the old secret is gone, what providers tell of changes by, and second factors,
 * for nobody is to stand before a code that cannot be compared any more.
 */
export async function rotateSecrets(
  {
    database,
    secrets,
    factorKeys,
  }: Pick<Context, 'database' | 'secrets'> & { readonly factorKeys: Pick<FactorKeys, 'reseal'> },
  actor: Actor,
): Promise<Outcome<{ readonly rotated: number; readonly total: number }>> {
  if (!isAdmin(actor)) return refusedFor('forbidden', 'admins-only');
  return transact(database, async (transaction) => {
    const credentials = await lockCredentials(transaction);
    const stale = credentials.filter(({ secret }) => secrets.isStale(secret));
    for (const { id, secret } of stale) {
      await resealSecret(transaction, { id, secret: secrets.seal(secrets.open(secret, id), id) });
    }
    for (const { id, links } of await listSealedLinks(transaction)) {
      const anew = resealed(secrets, links, id);
      if (anew !== null) await updateSealedLinks(transaction, { id, links: anew });
    }
    for (const { id, keys } of await allChannels(transaction)) {
      const anew = resealed(secrets, keys, id);
      if (anew !== null) await resealChannel(transaction, id, anew);
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

/** Null where nothing is to be done, or can be: what no secret opens any more was lost with an earlier one. */
function resealed(secrets: Context['secrets'], sealed: string, id: string): string | null {
  if (!secrets.isStale(sealed)) return null;
  try {
    return secrets.seal(secrets.open(sealed, id), id);
  } catch {
    return null;
  }
}
