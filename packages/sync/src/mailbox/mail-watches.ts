import { claimMailWatches, dropMailWatches, findMailAccount } from '@atelier/database/mailbox/account-store';
import { requestRuns } from '@atelier/database/source/source-pace';
import type { MailWatch } from '@atelier/providers/port/mail/mail-provider';
import type { MailServices } from './mail-services.ts';

export interface MailWatches {
  stop(): Promise<void>;
}

/** Accounts that one process listens for. */
const MOST = 200;
/** Whoever has just connected a mailbox looks at it: listening is to begin soon after. */
const CLAIM_EVERY_MS = 3_000;
/** After a line that broke, or could not be made. */
const AGAIN_MS = 60_000;
/** A burst of news is one run. */
const GATHER_MS = 150;

/**
 * Listens at the servers for what comes into inboxes, so that it is here within seconds (M7). One process listens for an
 * account; what it hears makes the account due, and nothing more: what counts is what the run finds.
 */
export function startMailWatches(services: MailServices): MailWatches {
  const { database, clock, newId } = services;
  const watcher = newId();
  const watches = new Map<string, MailWatch | null>();
  const restUntil = new Map<string, number>();
  const gathering = new Set<NodeJS.Timeout>();
  let stopped = false;

  function heard(accountId: string): void {
    const timer = setTimeout(() => {
      gathering.delete(timer);
      void requestRuns(database, [accountId], { full: false, now: clock() }).catch(() => undefined);
    }, GATHER_MS);
    gathering.add(timer);
  }

  async function listen(accountId: string): Promise<void> {
    watches.set(accountId, null);
    const account = await findMailAccount(database, accountId);
    if (!account) return;
    let pending = false;
    const watch = await services.mail.watch(services.accessTo(account), () => {
      if (pending || stopped) return;
      pending = true;
      heard(accountId);
      setTimeout(() => {
        pending = false;
      }, GATHER_MS).unref();
    });
    if (stopped) return watch.close();
    watches.set(accountId, watch);
    // What came while nobody listened.
    heard(accountId);
    await watch.ended;
  }

  async function look(): Promise<void> {
    const now = clock();
    const claimed = new Set(await claimMailWatches(database, { watcher, now, most: MOST }));
    for (const [id, watch] of watches) if (!claimed.has(id)) void watch?.close();
    for (const id of claimed) {
      if (stopped || watches.has(id) || (restUntil.get(id) ?? 0) > now.getTime()) continue;
      void listen(id)
        .catch(() => undefined)
        .finally(() => {
          watches.delete(id);
          restUntil.set(id, clock().getTime() + AGAIN_MS);
        });
    }
  }

  const timer = setInterval(() => void look().catch(() => undefined), CLAIM_EVERY_MS);
  void look().catch(() => undefined);
  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      for (const one of gathering) clearTimeout(one);
      await Promise.all([...watches.values()].map((watch) => watch?.close()));
      await dropMailWatches(database, watcher);
    },
  };
}
