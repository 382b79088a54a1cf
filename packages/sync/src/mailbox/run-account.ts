import { type MailAccountRow, stopMailAccount } from '@atelier/database/mailbox/account-store';
import type { MailFolderRow } from '@atelier/database/mailbox/folder-store';
import { removeLooseMessages } from '@atelier/database/mailbox/message-store';
import { holdLease, LeaseLost, type SourceLease } from '@atelier/database/source/source-lease';
import { type SourceRow, sourceOf } from '@atelier/database/source/source-row';
import { completeSource } from '@atelier/database/source/source-run';
import { transact } from '@atelier/database/transaction';
import { ProviderFailure } from '@atelier/providers/port/failure';
import type { MailProvider, RemoteFolder } from '@atelier/providers/port/mail/mail-provider';
import { type ClassifiedFailure, classifyFailure } from '../failure.ts';
import { failLoneSource } from '../run/fail-lone-source.ts';
import { nextRun, nextTry } from '../schedule.ts';
import type { FolderReport, MailRun } from './mail-report.ts';
import type { MailServices } from './mail-services.ts';
import { noteEmptyFolders } from './note-empty-folders.ts';
import { isQuiet, planFolder } from './plan-folder.ts';
import { type PushedEdits, pushEdits } from './push-edits.ts';
import { readBodies } from './read-bodies.ts';
import { runFolder } from './run-folder.ts';
import { storeFolders } from './store-folders.ts';

export interface AccountRun {
  readonly account: MailAccountRow;
  readonly lease: SourceLease;
  readonly full: boolean;
}

/** With more to read, it goes on soon. */
const GO_ON_MS = 2_000;

/** What was done here goes out, then each folder in which something happened is brought in step; the lease is given back. */
export async function runMailAccount(services: MailServices, run: AccountRun): Promise<MailRun> {
  const startedAt = services.clock();
  const source = await sourceOf(services.database, run.account.id);
  const full = run.full || (source?.fullRequested ?? false);
  const state = {
    commands: 0,
    folders: [] as FolderReport[],
    pushed: { pushed: 0, refused: 0 } as PushedEdits,
  };
  let provider: MailProvider | null = null;
  try {
    provider = await services.mail.connect(services.accessTo(run.account));
    const listed = await provider.folders();
    const folders = await storeFolders(services, run.lease, listed);
    state.pushed = await pushEdits({ services, provider, lease: run.lease, folders });
    // What was pushed has changed the numbers.
    const remotes = state.pushed.pushed > 0 ? await provider.folders() : listed;
    state.folders = await runFolders(services, { ...run, full }, provider, folders, remotes);
    const more = await readBodies(services, provider, run.lease);
    await complete(services, run, source, { startedAt, full, more, changed: hasChanged(state.folders) });
    return {
      accountId: run.account.id,
      folders: state.folders,
      commands: provider.commands,
      pushed: state.pushed.pushed,
    };
  } catch (error) {
    // Whoever has it by now goes on; that is no failure of the mailbox.
    if (error instanceof LeaseLost) throw error;
    const failure = classifyFailure(error);
    if (failure.kind === 'internal') services.report(error, { mailbox: run.account.id });
    await fail(services, run, source, { startedAt, failure });
    const { kind, message, hint } = failure;
    return {
      accountId: run.account.id,
      folders: state.folders,
      commands: provider?.commands ?? 0,
      pushed: state.pushed.pushed,
      error: { kind, message, hint },
    };
  } finally {
    await provider?.close();
  }
}

function hasChanged(folders: readonly FolderReport[]): boolean {
  return folders.some(({ added, updated, removed }) => added + updated + removed > 0);
}

/** What people look at first comes first. "All mail" of some servers holds everything a second time. */
const ORDER = ['inbox', 'sent', 'drafts', 'archive', null, 'trash', 'junk'] as const;

async function runFolders(
  services: MailServices,
  { account, lease, full }: AccountRun,
  provider: MailProvider,
  folders: readonly MailFolderRow[],
  remotes: readonly RemoteFolder[],
): Promise<FolderReport[]> {
  const told = new Map(remotes.map(({ path, status }) => [path, status]));
  const due = folders
    .filter(({ role, selectable }) => selectable && role !== 'all')
    .toSorted((a, b) => place(a) - place(b))
    .filter((folder) => {
      const status = told.get(folder.path);
      return !status || !isQuiet(planFolder(folder, status, { now: services.clock(), full }));
    });
  const reports: FolderReport[] = [];
  for (const folder of await noteEmptyFolders(services, lease, due, told)) {
    const [began, before] = [services.clock().getTime(), provider.commands];
    const counts = await runFolder({ services, provider, lease, folder, full }).catch(goneMeanwhile);
    reports.push({
      accountId: account.id,
      folder: folder.path,
      commands: provider.commands - before,
      ...counts,
      ms: services.clock().getTime() - began,
    });
  }
  return reports;
}

function place({ role }: MailFolderRow): number {
  return ORDER.findIndex((one) => one === role);
}

/** A folder that goes between the list and the look is found gone with the next list. */
function goneMeanwhile(error: unknown) {
  if (error instanceof ProviderFailure && error.kind === 'not-found')
    return { added: 0, updated: 0, removed: 0 };
  throw error;
}

interface Ended {
  readonly startedAt: Date;
  readonly full: boolean;
  readonly more: boolean;
  readonly changed: boolean;
}

async function complete(
  services: MailServices,
  { account, lease }: AccountRun,
  source: SourceRow | null,
  { startedAt, full, more, changed }: Ended,
): Promise<void> {
  const at = services.clock();
  await transact(services.database, async (transaction) => {
    await holdLease(transaction, lease);
    if (changed) await removeLooseMessages(transaction, account.id);
    const pace = nextRun(at, paceOf(account, source), services.random());
    const nextSyncAt = more ? new Date(at.getTime() + GO_ON_MS) : pace;
    await completeSource(transaction, account.id, { startedAt, at, nextSyncAt, audited: full, changed });
    if (source?.failureKind != null) transaction.announce({ topic: 'mail', accountId: account.id });
  });
}

function paceOf({ id }: MailAccountRow, source: SourceRow | null) {
  return {
    intervalSeconds: source?.intervalSeconds ?? 300,
    intervalChosen: source?.intervalChosen ?? false,
    watchedUntil: source?.watchedUntil ?? null,
    lastChangedAt: source?.lastChangedAt ?? null,
    connectionId: id,
    restSeconds: 0,
    toldSeconds: null,
  };
}

async function fail(
  services: MailServices,
  { account, lease }: AccountRun,
  source: SourceRow | null,
  { startedAt, failure }: { readonly startedAt: Date; readonly failure: ClassifiedFailure },
): Promise<void> {
  const failures = (source?.failures ?? 0) + 1;
  const until = nextTry(services.clock(), failures, failure.retryAfterMs, services.random());
  await transact(services.database, async (transaction) => {
    const news = await failLoneSource(transaction, lease, { failure, startedAt, until });
    if (failure.rule.stop) await stopMailAccount(transaction, account.id);
    if (news) transaction.announce({ topic: 'mail', accountId: account.id });
  });
}
