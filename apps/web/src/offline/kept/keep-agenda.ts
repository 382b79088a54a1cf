import { createBatch } from '../../live/batch.ts';
import type { Span, Staleness } from '../../live/staleness.ts';
import type { Kept } from './kept.ts';
import type { KeptMonth } from './kept-database.ts';
import { keptMonths, type Month, monthsIn, spanOf } from './months.ts';

/** So long after news of a change the months that it touched are asked for again, all changes together. */
const AFTER_MS = 5_000;

export interface AgendaKeeperOptions {
  readonly kept: Pick<Kept, 'months' | 'markStale'>;
  /** Asks the server for all events of a span; what it answers is kept on its way. */
  readonly ask: (span: Span) => Promise<unknown>;
  readonly clock: () => Date;
}

export type AgendaKeeper = ReturnType<typeof createAgendaKeeper>;

/** Keeps the months around today as the server has them, while the line is live: by what it is told, never by the clock. */
export function createAgendaKeeper({ kept, ask, clock }: AgendaKeeperOptions) {
  let openedAt: Date | null = null;
  let live = false;
  let filling: Promise<void> = Promise.resolve();
  const soon = createBatch<null>(AFTER_MS, () => {
    filling = filling.then(fill);
  });

  /** One month after the other, so that nobody who works meanwhile waits; each is tried once. */
  async function fill(): Promise<void> {
    const tried = new Set<Month>();
    try {
      for (let next = await wanted(tried); live && next; next = await wanted(tried)) {
        tried.add(next);
        await ask(spanOf(next));
      }
    } catch {
      // The server is away, or has other worries: the next news is another occasion.
    }
  }

  async function wanted(tried: ReadonlySet<Month>): Promise<Month | undefined> {
    const held = new Map((await kept.months()).map((month) => [month.month, month]));
    const months = keptMonths(clock()).filter((month) => !tried.has(month));
    return months.find((month) => isWanted(held.get(month), openedAt ?? clock()));
  }

  function connected(): void {
    live = true;
    openedAt ??= clock();
    soon.add(null);
  }

  function heard({ everything, heard: topics, spans }: Staleness): void {
    const window = keptMonths(clock());
    const all = everything || topics.has('events') || topics.has('calendars');
    const changed = all ? window : spans.flatMap(monthsIn).filter((month) => window.includes(month));
    if (changed.length > 0) void kept.markStale(changed, window).then(() => soon.add(null));
  }

  return {
    connected,
    cut: () => {
      live = false;
    },
    heard,
    close: () => {
      live = false;
      soon.close();
    },
  };
}

function isWanted(held: KeptMonth | undefined, openedAt: Date): boolean {
  return !held || held.stale || held.at < openedAt;
}
