import { isKilled } from './is-killed.ts';
import type { Ledger } from './ledger.ts';
import type { Studio } from './studio.ts';

/** What the rules look at of a studio. */
export type CheckedStudio = Pick<
  Studio,
  'calendars' | 'idOf' | 'remote' | 'writes' | 'badHabits' | 'database' | 'random' | 'reported' | 'engine'
> & { readonly ledger: Pick<Ledger, 'lost' | 'undead'> };

/**
 * What must be true at any moment, in the middle of faults and with work undone (safety): no accepted edit is nowhere,
 * nothing was overwritten unseen, nothing failed for a reason nobody foresaw.
 */
export async function unsafe(studio: CheckedStudio): Promise<readonly string[]> {
  const there = studio.calendars.flatMap((calendar) =>
    [...studio.remote(calendar).values()].map(({ body }) => body),
  );
  const texts = await studio.database.query<{ text: string; alive: boolean }>(
    `SELECT source AS text, true AS alive FROM calendar_object
     UNION ALL SELECT base_source, true FROM outbox WHERE base_source IS NOT NULL
     UNION ALL SELECT sent_source, true FROM outbox WHERE sent_source IS NOT NULL
     UNION ALL SELECT source, false FROM tombstone
     UNION ALL SELECT unnest(ARRAY[base_source, mine_source, theirs_source]), false FROM conflict`,
  );
  const of = (alive: boolean) =>
    texts.filter((row) => row.alive === alive && row.text).map(({ text }) => text);
  const lost = studio.ledger.lost({ alive: [...there, ...of(true)], kept: of(false) });
  return [
    ...lost.map((edit) => `S2: lost ${edit}`),
    ...studio.badHabits(),
    ...studio.reported.filter((error) => !isKilled(error)).map((error) => `reported: ${explained(error)}`),
  ];
}

function explained(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
