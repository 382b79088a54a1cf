import { hasFlag, SEEN } from '@atelier/mail/flags/flag-edit';
import type { BookEntry, BookState, MailBook } from '../port/mail/mail-book.ts';

interface Kept {
  readonly state: Pick<BookState, 'nextUid' | 'modseq' | 'cursor'>;
  readonly entries: ReadonlyMap<number, BookEntry>;
}

/** One that is forgotten with the process: of an account that is only tried. */
export function rememberedBook(): MailBook {
  const folders = new Map<string, Kept>();
  return {
    states: async () =>
      new Map(
        [...folders].map(([id, { state, entries }]): [string, BookState] => {
          const unseen = [...entries.values()].filter(({ flags }) => !hasFlag(flags, SEEN)).length;
          return [id, { ...state, messages: entries.size, unseen }];
        }),
      ),
    entries: async (id) => [...(folders.get(id)?.entries.values() ?? [])],
    async write(id, { modseq, next, entries, gone }) {
      const known = folders.get(id);
      if ((known?.state.modseq ?? 0) !== modseq) return false;
      const kept = new Map(known?.entries);
      for (const entry of entries) kept.set(entry.uid, entry);
      for (const uid of gone) kept.delete(uid);
      folders.set(id, { state: next, entries: kept });
      return true;
    },
  };
}
