import type { QueryClient } from '@tanstack/react-query';
import { type Question, questionOf } from '../live/staleness.ts';
import { type Kept, openKept } from './kept/kept.ts';
import { type KeptDatabase, openKeptDatabase } from './kept/kept-database.ts';
import { keptLink } from './kept/kept-link.ts';
import { createUnsentEdits, type UnsentEdits, type UnsentEditsOptions } from './unsent/unsent-edits.ts';

type Sending = Omit<UnsentEditsOptions, 'shelf'>;

/** What the first screen needs before anybody can be asked; pages further on ask, and are answered as it was. */
const AT_ONCE = new Set(['people.me', 'studio.facts', 'calendars.list']);

export interface Offline {
  readonly edits: UnsentEdits;
  readonly kept: Kept;
  readonly link: ReturnType<typeof keptLink>;
  /** Puts what the first screen needs where it is looked for. */
  readonly fillIn: (queries: QueryClient) => Promise<void>;
  /** Asks again for whatever was answered as it was, or not at all. */
  readonly catchUp: (queries: QueryClient) => void;
}

/** Null in browsers that keep nothing: then everything needs the server. */
export async function openOffline(sending: Sending): Promise<Offline | null> {
  const database = await openKeptDatabase().catch(() => null);
  if (!database) return null;
  const kept = openKept(database, () => new Date());
  const old = new Set<string>();
  const edits = createUnsentEdits({ ...sending, shelf: shelfOf(database) });
  return {
    kept,
    edits,
    link: keptLink({ ...kept, answeredOld: (question) => old.add(nameOf(question)) }),
    async fillIn(queries) {
      const answers = await kept.begin().catch(() => []);
      await edits.begin();
      for (const { path, input, data, at } of answers) {
        if (!AT_ONCE.has(path)) continue;
        const key = [path.split('.'), { ...(input === undefined ? {} : { input }), type: 'query' }];
        // The server has answered already.
        if (queries.getQueryData(key) !== undefined) continue;
        queries.setQueryData(key, data, { updatedAt: at.getTime() });
        void queries.invalidateQueries({ queryKey: key, refetchType: 'none' });
      }
    },
    catchUp(queries) {
      void queries.invalidateQueries({
        predicate: ({ queryKey, state }) => state.error !== null || old.has(nameOf(questionOf(queryKey))),
      });
      old.clear();
    },
  };
}

/** By when they were made. */
function shelfOf(database: KeptDatabase): UnsentEditsOptions['shelf'] {
  return {
    all: () => database.getAllFromIndex('edits', 'at'),
    put: (edit) => database.put('edits', edit),
    remove: (editId) => database.delete('edits', editId),
  };
}

function nameOf({ path, input }: Question): string {
  return `${path} ${JSON.stringify(input ?? null)}`;
}
