import { type FolderState, type MailFolderRow, noteFolder } from '@atelier/database/mailbox/folder-store';
import {
  forgetUids,
  forgetUnfound,
  knownUids,
  markedUids,
  saveServerFlags,
  unfoundIn,
  voidFolder,
} from '@atelier/database/mailbox/placement-store';
import { holdLease, type SourceLease } from '@atelier/database/source/source-lease';
import { type Transaction, transact } from '@atelier/database/transaction';
import type { MailProvider, OpenFolder, UidFlags } from '@atelier/providers/port/mail/mail-provider';
import type { MailServices } from './mail-services.ts';
import { type FolderPlan, isDoubtful, planFolder } from './plan-folder.ts';
import { storePage } from './store-page.ts';

export interface FolderRun {
  readonly services: MailServices;
  readonly provider: MailProvider;
  readonly lease: SourceLease;
  readonly folder: MailFolderRow;
  readonly full: boolean;
}

export interface FolderCounts {
  readonly added: number;
  readonly updated: number;
  readonly removed: number;
}

/** So many at first, so that an inbox can be read soon (M6). */
const FIRST_PAGE = 200;
const PAGE = 500;
/** Of servers that count no changes, the flags of so many of the newest are compared each time. */
const NEWEST = 500;

/** Brings one folder in step: what came, newest first, what went, and flags. Each page is one transaction. */
export async function runFolder(run: FolderRun): Promise<FolderCounts> {
  const { services, folder, provider, full } = run;
  const open = await provider.open(folder.path);
  const plan = planFolder(folder, open.status, { now: services.clock(), full });
  if (plan.void) await write(run, (transaction) => voidFolder(transaction, folder.id));
  const { added, removed, complete, doubted } = plan.list
    ? await list(run, open, plan)
    : { added: 0, removed: 0, complete: true, doubted: false };
  const updated = await compareFlags(run, open, plan);
  const { uidValidity, uidNext, messages, unseen, highestModseq } = open.status;
  const compared = plan.flags === 'all' ? { comparedAt: services.clock() } : {};
  const doubtedAt = doubted ? services.clock() : null;
  if (complete) {
    await write(run, (transaction) =>
      noteFolder(transaction, folder.id, {
        uidValidity,
        uidNext,
        messages,
        unseen,
        highestModseq,
        doubtedAt,
        knownFrom: 1,
        ...compared,
      }),
    );
  }
  return { added, updated, removed };
}

/** The lease is held, so that nobody else writes; open pages hear of it. */
async function write(
  { services, lease, folder }: Pick<FolderRun, 'services' | 'lease' | 'folder'>,
  work: (transaction: Transaction) => Promise<void>,
): Promise<void> {
  await transact(services.database, async (transaction) => {
    await holdLease(transaction, lease);
    await work(transaction);
    transaction.announce({ topic: 'mail', accountId: folder.accountId });
  });
}

async function list(run: FolderRun, open: OpenFolder, plan: FolderPlan) {
  const { services, folder } = run;
  const there = await open.uids();
  const known = plan.void ? new Set<number>() : await knownUids(services.database, folder.id);
  const listed = new Set(there);
  const gone = [...known].filter((uid) => !listed.has(uid));
  const fresh = there.filter((uid) => !known.has(uid)).toSorted((a, b) => b - a);
  await takeIn(run, open, fresh);
  const unfound = await unfoundIn(services.database, folder.id);
  const lacking = gone.length + (plan.void ? unfound : 0);
  const doubted = isDoubtful(folder, { known: known.size + unfound, gone: lacking });
  if (!doubted)
    await write(run, async (transaction) => {
      await forgetUids(transaction, folder.id, gone);
      await forgetUnfound(transaction, folder.id);
    });
  return { added: fresh.length, removed: doubted ? 0 : lacking, complete: true, doubted };
}

/** Newest first; what was taken in stays, wherever it breaks off. */
async function takeIn(run: FolderRun, open: OpenFolder, uids: readonly number[]): Promise<void> {
  const { services, folder } = run;
  const { accountId, id: folderId } = folder;
  const { uidValidity } = open.status;
  for (let from = 0; from < uids.length; ) {
    const size = from === 0 ? FIRST_PAGE : PAGE;
    const page = uids.slice(from, from + size);
    from += size;
    const state: FolderState =
      folder.knownFrom === 1 ? {} : { uidValidity, knownFrom: Math.max(page.at(-1) ?? 2, 2) };
    for await (const messages of open.messages(page))
      await write(run, async (transaction) => {
        await storePage(transaction, { accountId, folderId, newId: services.newId }, messages);
        await noteFolder(transaction, folderId, {
          ...state,
          ...(from <= FIRST_PAGE && { unseen: open.status.unseen }),
        });
      });
  }
}

async function compareFlags(run: FolderRun, open: OpenFolder, { flags }: FolderPlan): Promise<number> {
  const told = await toldFlags(run, open, flags);
  if (told.length === 0) return 0;
  let updated = 0;
  for (let from = 0; from < told.length; from += 5_000)
    await write(run, async (transaction) => {
      updated += await saveServerFlags(transaction, run.folder.id, told.slice(from, from + 5_000));
    });
  return updated;
}

async function toldFlags(
  { services, folder }: FolderRun,
  open: OpenFolder,
  flags: FolderPlan['flags'],
): Promise<readonly UidFlags[]> {
  if (flags === 'none') return [];
  if (flags === 'since') {
    const changes = await open.changedSince(folder.highestModseq ?? '0');
    if (changes !== null) return changes;
  }
  const marked = await markedUids(services.database, folder.id);
  const uids = marked.map(({ uid }) => uid).toSorted((a, b) => a - b);
  if (flags === 'all') return open.flags(uids);
  // Two quick searches tell of everything what people see most; the newest are compared with all their flags.
  const [seen, flagged] = [new Set(await open.having('seen')), new Set(await open.having('flagged'))];
  const others = marked.filter(
    (one) => one.seen !== seen.has(one.uid) || one.flagged !== flagged.has(one.uid),
  );
  const looked = [...new Set([...uids.slice(-NEWEST), ...others.map(({ uid }) => uid)])];
  return looked.length === 0 ? [] : open.flags(looked);
}
