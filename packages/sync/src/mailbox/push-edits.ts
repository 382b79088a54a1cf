import type { MailFolderRow } from '@atelier/database/mailbox/folder-store';
import {
  editsOf,
  giveEditsUp,
  noteEditAttempt,
  noteEditsPushed,
  settleFlags,
  settleMove,
  settleRemoval,
  type WaitingEdit,
} from '@atelier/database/mailbox/placement-store';
import { holdLease, type SourceLease } from '@atelier/database/source/source-lease';
import { type Transaction, transact } from '@atelier/database/transaction';
import { ProviderFailure } from '@atelier/providers/port/failure';
import type { MailProvider, OpenFolder } from '@atelier/providers/port/mail/mail-provider';
import type { MailServices } from './mail-services.ts';

interface Pushing {
  readonly services: MailServices;
  readonly provider: MailProvider;
  readonly lease: SourceLease;
  readonly folders: readonly MailFolderRow[];
}

export interface PushedEdits {
  readonly pushed: number;
  /** What the server would not do, after several attempts: it shows again as it is there. */
  readonly refused: number;
}

const MOST = 5_000;
const MOST_ATTEMPTS = 4;
const AGAIN_MS = 30_000;

/** Brings to the server what was done here, in the order in which it was done (M2). */
export async function pushEdits(pushing: Pushing): Promise<PushedEdits> {
  const { services, lease } = pushing;
  let [pushed, refused] = [0, 0];
  const edits = await editsOf(services.database, lease.sourceId, MOST);
  for (const batch of batches(edits.filter(({ uid }) => uid !== null))) {
    const done = await pushBatch(pushing, batch);
    if (done === 'done') pushed += batch.length;
    if (done === 'refused') refused += batch.length;
  }
  // What did not fit goes at once; what waits for something is tried again after a while.
  const again = new Date(services.clock().getTime() + (edits.length === MOST ? 0 : AGAIN_MS));
  await write(pushing, (transaction) => noteEditsPushed(transaction, lease.sourceId, again));
  return { pushed, refused };
}

/** What was done to many at once is said with one command; no message has two edits in one. */
export function batches(edits: readonly WaitingEdit[]): readonly (readonly WaitingEdit[])[] {
  const found: WaitingEdit[][] = [];
  for (const edit of edits) {
    const last = found.at(-1);
    const [first] = last ?? [];
    if (
      last &&
      first &&
      isAlike(first, edit) &&
      !last.some(({ placementId }) => placementId === edit.placementId)
    )
      last.push(edit);
    else found.push([edit]);
  }
  return found;
}

function isAlike(one: WaitingEdit, other: WaitingEdit): boolean {
  return (
    one.kind === other.kind &&
    one.folderId === other.folderId &&
    one.toFolderId === other.toFolderId &&
    one.add.join(' ') === other.add.join(' ') &&
    one.remove.join(' ') === other.remove.join(' ')
  );
}

async function pushBatch(
  pushing: Pushing,
  batch: readonly WaitingEdit[],
): Promise<'done' | 'waits' | 'refused'> {
  const [first] = batch;
  if (!first) return 'done';
  try {
    const open = await pushing.provider.open(first.path);
    // What is known here of the folder is void: the run that follows finds it again, and then this goes on.
    if (open.status.uidValidity !== first.uidValidity) return 'waits';
    return await perform(pushing, open, batch, first);
  } catch (error) {
    if (!(error instanceof ProviderFailure) || !isOfTheEdit(error)) throw error;
    return giveUpOrWait(pushing, batch, first);
  }
}

/** The line holds, and the server says no to this. */
function isOfTheEdit({ kind }: ProviderFailure): boolean {
  return kind === 'server-error' || kind === 'not-found' || kind === 'forbidden';
}

async function perform(
  pushing: Pushing,
  open: OpenFolder,
  batch: readonly WaitingEdit[],
  first: WaitingEdit,
) {
  const uids = batch.flatMap(({ uid }) => (uid === null ? [] : [uid]));
  if (first.kind === 'FLAGS') {
    const { add, remove } = first;
    await open.editFlags(uids, { add, remove });
    await write(pushing, (transaction) => settleFlags(transaction, batch, { add, remove }));
    return 'done';
  }
  if (first.kind === 'MOVE') {
    const { toFolderId, toPath } = first;
    if (toFolderId === null || toPath === null)
      return giveUpOrWait(pushing, batch, { attempts: MOST_ATTEMPTS });
    const map = await open.move(uids, toPath);
    await write(pushing, (transaction) => settleMove(transaction, batch, toFolderId, map));
    return 'done';
  }
  return removeForGood(pushing, open, batch, uids);
}

/** Where a server cannot delete just these, they go to its trash; what is there already stays, and shows again. */
async function removeForGood(
  pushing: Pushing,
  open: OpenFolder,
  batch: readonly WaitingEdit[],
  uids: readonly number[],
): Promise<'done' | 'refused'> {
  if (await open.remove(uids)) {
    await write(pushing, (transaction) => settleRemoval(transaction, batch));
    return 'done';
  }
  await write(pushing, (transaction) => giveEditsUp(transaction, batch));
  return 'refused';
}

async function giveUpOrWait(
  pushing: Pushing,
  batch: readonly WaitingEdit[],
  { attempts }: Pick<WaitingEdit, 'attempts'>,
): Promise<'waits' | 'refused'> {
  const over = attempts + 1 >= MOST_ATTEMPTS;
  await write(pushing, (transaction) =>
    over ? giveEditsUp(transaction, batch) : noteEditAttempt(transaction, batch),
  );
  return over ? 'refused' : 'waits';
}

async function write(
  { services, lease }: Pick<Pushing, 'services' | 'lease'>,
  work: (transaction: Transaction) => Promise<void>,
): Promise<void> {
  await transact(services.database, async (transaction) => {
    await holdLease(transaction, lease);
    await work(transaction);
    transaction.announce({ topic: 'mail', accountId: lease.sourceId });
  });
}
