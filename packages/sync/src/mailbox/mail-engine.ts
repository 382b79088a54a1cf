import { setTimeout as delay } from 'node:timers/promises';
import { findMailAccount } from '@atelier/database/mailbox/account-store';
import {
  claimDueSources,
  claimSources,
  dropLeases,
  LEASE_MS,
  LeaseLost,
  renewLeases,
  type SourceLease,
} from '@atelier/database/source/source-lease';
import type { MailRun } from './mail-report.ts';
import type { MailServices } from './mail-services.ts';
import { runMailAccount } from './run-account.ts';

/** Keeps mailboxes in step. Any number of engines may share one database. */
export interface MailEngine {
  /** Gives every lease back at once; runs under way write nothing more. */
  abandon(): Promise<void>;
  /** Claims and runs one account that is due and not in `except`. @returns null when nothing is due. */
  runDue(except: readonly string[], served: (accountId: string) => void): Promise<string | null>;
  /** Runs these now, waiting for runs under way elsewhere. */
  runNow(accountIds: readonly string[], options: { readonly full: boolean }): Promise<readonly MailRun[]>;
}

const RENEW_MS = LEASE_MS / 3;
const RETRY_CLAIM_MS = 200;
/** A quarter of an hour. */
const MOST_CLAIMS = 4_500;

export function createMailEngine(services: MailServices): MailEngine {
  const { database, clock, newId } = services;
  const tokens = new Set<string>();

  async function runLeased(lease: SourceLease, full: boolean): Promise<MailRun> {
    const { sourceId, token } = lease;
    tokens.add(token);
    const heartbeat = setInterval(
      () => void renewLeases(database, token, clock()).catch(() => undefined),
      RENEW_MS,
    );
    try {
      const account = await findMailAccount(database, sourceId);
      if (!account || account.state === 'CREDENTIALS') return stopped(sourceId);
      return await runMailAccount(services, { account, lease, full });
    } catch (error) {
      // Taken away, or taken over, while it ran: nothing was written since.
      if (error instanceof LeaseLost) return { accountId: sourceId, folders: [], commands: 0, pushed: 0 };
      throw error;
    } finally {
      clearInterval(heartbeat);
      tokens.delete(token);
      await dropLeases(database, token);
    }
  }

  async function claim(accountId: string): Promise<SourceLease | null> {
    for (let tries = 0; tries < MOST_CLAIMS; tries += 1) {
      const [lease] = await claimSources(database, [accountId], { now: clock(), token: newId() });
      if (lease) return lease;
      if (!(await findMailAccount(database, accountId))) return null;
      await delay(RETRY_CLAIM_MS);
    }
    return null;
  }

  return {
    abandon: async () => {
      await Promise.all([...tokens].map((token) => dropLeases(database, token)));
    },
    async runDue(except, served) {
      const [lease] = await claimDueSources(database, {
        kind: 'MAILBOX',
        now: clock(),
        token: newId(),
        except,
      });
      if (!lease) return null;
      served(lease.sourceId);
      await runLeased(lease, false);
      return lease.sourceId;
    },
    runNow: (accountIds, { full }) =>
      Promise.all(
        accountIds.map(async (id) => {
          const lease = await claim(id);
          return lease ? runLeased(lease, full) : stopped(id);
        }),
      ),
  };
}

function stopped(accountId: string): MailRun {
  const error = {
    kind: 'credentials',
    message: 'The mail server refused the password of this account, so nothing is asked of it any more.',
    hint: 'Connect the account again with a new password; everything goes on from where it stopped.',
  };
  return { accountId, folders: [], commands: 0, pushed: 0, error };
}
