import { completeRun, saveProgress } from '@atelier/database/calendar/calendar-run';
import { fingerprints, updateEtags } from '@atelier/database/object/object-store';
import { buryObjects } from '@atelier/database/object/tombstone-store';
import type { Transaction } from '@atelier/database/transaction';
import type { Page } from '@atelier/providers/port/changes';
import { storeChanges } from '../mirror/store-changes.ts';
import { planPage, type ReadChange } from './page-plan.ts';
import { settlePage } from './settle-page.ts';

export interface PageWrite {
  readonly calendarId: string;
  readonly page: Page;
  readonly read: readonly ReadChange[];
  readonly newId: () => string;
  readonly now: Date;
  /** Objects handed over so far in this run, this page included. */
  readonly done: number;
  /** On the last page. */
  readonly completion: {
    readonly remoteVersion: string | null;
    readonly startedAt: Date;
    readonly at: Date;
    readonly nextSyncAt: Date;
    readonly audited: boolean;
    readonly changedBefore: boolean;
    readonly wasWrong: boolean;
  } | null;
}

export interface AppliedPage {
  readonly added: number;
  readonly updated: number;
  readonly removed: number;
  readonly conflicts: number;
}

/** Writes one page inside the caller's transaction: objects, occurrences, cursor, change feed. */
export async function applyPage(transaction: Transaction, write: PageWrite): Promise<AppliedPage> {
  const { calendarId, page, newId, now } = write;
  const { changed, removed, settled, conflicts } = await settlePage(
    transaction,
    { calendarId, now, newId },
    { read: write.read, removed: page.removed },
  );
  const hrefs = [...changed, ...page.unreadable].map(({ href }) => href).concat(removed);
  const stored = hrefs.length === 0 ? [] : await fingerprints(transaction, calendarId, hrefs);
  const plan = planPage({ changed, unreadable: page.unreadable, removed, stored, newId });
  await buryObjects(transaction, plan.remove, { local: false, actorId: null, at: now });
  await storeChanges(transaction, calendarId, plan);
  await updateEtags(transaction, plan.etags);
  await moveCursor(transaction, write, settled + plan.put.length + plan.remove.length > 0);
  return { added: plan.added, updated: plan.updated + settled, removed: plan.removed, conflicts };
}

async function moveCursor(transaction: Transaction, write: PageWrite, touched: boolean): Promise<void> {
  const { calendarId, page, completion, done } = write;
  if (completion === null) {
    await saveProgress(transaction, calendarId, { cursor: page.cursor, done, total: page.listed });
    return;
  }
  const { changedBefore, wasWrong, ...times } = completion;
  const changed = changedBefore || touched;
  await completeRun(transaction, calendarId, { ...times, cursor: page.cursor, changed });
  if (changed || wasWrong) transaction.announce({ topic: 'calendars', calendarId });
}
