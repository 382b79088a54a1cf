import { failMailBody, saveMailBody, wantedBodies } from '@atelier/database/mailbox/message-store';
import { holdLease, type SourceLease } from '@atelier/database/source/source-lease';
import { transact } from '@atelier/database/transaction';
import { ProviderFailure } from '@atelier/providers/port/failure';
import type { MailProvider } from '@atelier/providers/port/mail/mail-provider';
import type { MailServices } from './mail-services.ts';

/** Larger ones are read when somebody opens them. */
const LARGEST = 1_000_000;
/** Older mail is found by its head, and read when somebody opens it. */
const NEWER_THAN_MS = 366 * 86_400_000;
/** Of one run, so that flags and new mail are never kept waiting for long. */
const MOST = 100;

/** What new messages say, for search and the first lines of lists. @returns whether more of them wait. */
export async function readBodies(
  services: MailServices,
  provider: MailProvider,
  lease: SourceLease,
): Promise<boolean> {
  const { database, clock } = services;
  const after = new Date(clock().getTime() - NEWER_THAN_MS);
  const wanted = await wantedBodies(database, {
    accountId: lease.sourceId,
    largest: LARGEST,
    after,
    most: MOST,
  });
  for (const [path, group] of Map.groupBy(wanted, (one) => one.path)) {
    const open = await provider.open(path);
    if (open.status.uidValidity !== group[0]?.uidValidity) continue;
    for (const { id, uid } of group) {
      const source = await open.source(uid, LARGEST * 2).catch(tooLarge);
      if (source === null) continue;
      const read = source === 'too-large' ? null : await services.reader.read(source);
      await transact(database, async (transaction) => {
        await holdLease(transaction, lease);
        await (read ? saveMailBody(transaction, id, read) : failMailBody(transaction, id));
      });
    }
  }
  if (wanted.length > 0)
    await transact(database, async (transaction) =>
      transaction.announce({ topic: 'mail', accountId: lease.sourceId }),
    );
  return wanted.length === MOST;
}

function tooLarge(error: unknown): 'too-large' {
  if (error instanceof ProviderFailure && error.kind === 'too-large') return 'too-large';
  throw error;
}
