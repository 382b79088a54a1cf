import { fingerprints, putObjects, removeObjects, spanOf, updateEtags } from '@atelier/database/object-store';
import { completeRun, saveProgress } from '@atelier/database/run-store';
import { storableInstant } from '@atelier/database/storable-time';
import type { Transaction } from '@atelier/database/transaction';
import type { Page } from '@atelier/providers/port';
import { type PagePlan, planPage, type ReadChange } from './page-plan.ts';

export interface PageWrite {
  readonly calendarId: string;
  readonly page: Page;
  readonly read: readonly ReadChange[];
  readonly newId: () => string;
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

/** Writes one page inside the caller's transaction: objects, occurrences, cursor, change feed. */
export async function applyPage(transaction: Transaction, write: PageWrite): Promise<PagePlan> {
  const { calendarId, page, read, newId } = write;
  const hrefs = [...read, ...page.unreadable].map(({ href }) => href).concat(page.removed);
  const stored = hrefs.length === 0 ? [] : await fingerprints(transaction, calendarId, hrefs);
  const plan = planPage({ changed: read, unreadable: page.unreadable, removed: page.removed, stored, newId });
  const span = await touchedSpan(transaction, plan);
  await removeObjects(transaction, plan.remove);
  await putObjects(transaction, calendarId, plan.put, plan.replaced);
  await updateEtags(transaction, plan.etags);
  if (touches(plan)) {
    await transaction.query('UPDATE calendar SET revision = revision + 1 WHERE id = $1', [calendarId]);
    transaction.announce({ topic: 'events', calendarId, ...span });
  }
  await moveCursor(transaction, write, plan);
  return plan;
}

async function moveCursor(transaction: Transaction, write: PageWrite, plan: PagePlan): Promise<void> {
  const { calendarId, page, completion, done } = write;
  if (completion === null) {
    await saveProgress(transaction, calendarId, { cursor: page.cursor, done, total: page.listed });
    return;
  }
  const { changedBefore, wasWrong, ...times } = completion;
  const changed = changedBefore || touches(plan);
  await completeRun(transaction, calendarId, { ...times, cursor: page.cursor, changed });
  if (changed || wasWrong) transaction.announce({ topic: 'calendars', calendarId });
}

function touches(plan: PagePlan): boolean {
  return plan.put.length + plan.remove.length > 0;
}

interface Span {
  readonly from: Date;
  readonly to: Date;
}

/**
 * The dates to repaint: where the touched objects were, and where they are going to be. None at all,
 * meaning everywhere, when a series is among them: it may also change dates that are not stored.
 */
async function touchedSpan(transaction: Transaction, plan: PagePlan): Promise<Partial<Span>> {
  if (plan.put.some(({ recurring }) => recurring)) return {};
  const before = await spanOf(transaction, [...plan.replaced, ...plan.remove]);
  const starts = plan.put.flatMap(({ occurrences }) => occurrences.map(({ start }) => start));
  const ends = plan.put.flatMap(({ occurrences }) => occurrences.map(({ end }) => end));
  if (before) {
    starts.push(before.from.getTime());
    ends.push(before.to.getTime());
  }
  if (starts.length === 0) return {};
  return { from: storableInstant(Math.min(...starts)), to: storableInstant(Math.max(...ends)) };
}
