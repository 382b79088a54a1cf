import { foldText } from '@atelier/calendar/text/fold-text';
import type { Queryable } from '../database.ts';
import type { AgendaRow } from './agenda-query.ts';
import { nearestAmong, nearestOf, textsHolding } from './event-search.sql.ts';

/** What is looked for: every word has to be there, in whatever place and with whatever accents. */
export interface EventSearch {
  readonly words: readonly string[];
  readonly places: readonly string[];
  readonly people: readonly string[];
  readonly calendarIds: readonly string[];
  /** Those of them whose private events are shown. */
  readonly openIds: readonly string[];
  readonly from: Date | null;
  readonly to: Date | null;
  /** From here on the next ones are the nearest. */
  readonly now: Date;
  readonly limit: number;
}

export interface FoundRows {
  /** An occurrence of each event: first those to come, then those that are over, the nearest first. */
  readonly rows: readonly AgendaRow[];
  /** There are more than could be looked at one by one. */
  readonly more: boolean;
}

/** So many events are looked at one by one: a word that more of them hold says little. */
const MOST = 1_500;
/** Days before and after now; where even these hold few, any of the events will do. */
const WINDOWS = [3, 21];

export async function searchRows({ query }: Queryable, search: EventSearch): Promise<FoundRows> {
  const { from, to, now, limit, calendarIds, openIds } = search;
  const near = { from, to, now, limit };
  const holds = { calendarIds, openIds, ...sought(search) };
  const found = await query(textsHolding, { ...holds, most: MOST + 1 });
  if (found.length > MOST) {
    for (const days of WINDOWS) {
      const rows = await query(nearestAmong, { ...holds, ...near, days });
      if (rows.length >= limit) return { rows, more: true };
    }
  }
  const objectIds = found.map(({ objectId }) => objectId);
  const components = found.map(({ component }) => component);
  const rows = objectIds.length === 0 ? [] : await query(nearestOf, { objectIds, components, ...near });
  return { rows, more: found.length > MOST };
}

function sought({ words, places, people }: EventSearch) {
  const [rarest = ''] = words.map(foldText).toSorted((a, b) => b.length - a.length);
  return { rarest, words: patterns(words), places: patterns(places), people: patterns(people) };
}

/** Folded as the texts are; `%`, `_` and `\` stand for themselves. */
function patterns(words: readonly string[]): readonly string[] {
  return words.map((word) => `%${foldText(word).replaceAll(/[\\%_]/g, '\\$&')}%`);
}
