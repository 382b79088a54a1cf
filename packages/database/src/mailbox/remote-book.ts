import type { BookPage, BookState, MailBook } from '@atelier/providers/port/mail/mail-book';
import type { Database } from '../database.ts';
import { transact } from '../transaction.ts';
import { advance, begin, drop, entries, put, states } from './remote-book.sql.ts';

/** What is remembered of the folders of one account, for all processes together. */
export function mailBook(database: Database, accountId: string): MailBook {
  return {
    states: async () =>
      new Map(
        (await database.query(states, { accountId })).map(({ folderId, ...state }): [string, BookState] => [
          folderId,
          state,
        ]),
      ),
    entries: (folderId) => database.query(entries, { accountId, folderId }),
    write: (folderId, page) => write(database, accountId, folderId, page),
  };
}

function write(
  database: Database,
  accountId: string,
  folderId: string,
  { modseq, next, entries: changed, gone }: BookPage,
): Promise<boolean> {
  const of = { accountId, folderId };
  return transact(database, async ({ query }) => {
    if (modseq === 0) await query(begin, of);
    const { nextUid, modseq: to, cursor } = next;
    const [advanced] = await query(advance, { ...of, modseq, nextUid, next: to, cursor });
    if (!advanced) return false;
    // A message that came back has another number; the former one goes first.
    if (gone.length > 0) await query(drop, { ...of, uids: gone });
    if (changed.length > 0)
      await query(put, {
        ...of,
        entries: changed.map(({ uid, remoteId, flags, modseq: at }) => ({
          uid,
          remote_id: remoteId,
          flags,
          modseq: at,
        })),
      });
    return true;
  });
}
