import { FLAGGED, type FlagEdit, hasFlag, SEEN, withEdits } from '@atelier/mail/flags/flag-edit';
import type { BookEntry, BookState, MailBook } from '../../port/mail/mail-book.ts';
import type { OpenFolder, RemoteMessage } from '../../port/mail/mail-provider.ts';
import type { GraphClient } from '../wire/graph-client.ts';
import { type GraphAnswer, isMissing, unlike } from '../wire/graph-failure.ts';
import { query } from '../wire/paths.ts';
import { folderPath, messagePath } from './mail-folders.ts';
import { messageOf, patchFor, WHOLE_MESSAGE } from './message-fields.ts';
import { refresh } from './read-changes.ts';

export interface OpenedFolder {
  readonly client: GraphClient;
  readonly book: MailBook;
  readonly folderId: string;
}

/** Messages asked for with one round of requests. */
const AT_ONCE = 60;

/** Nothing ever voids the numbers of a folder: they are ours. */
const VALIDITY = '1';

/** A folder as it is now. */
export async function openGraphFolder(
  opened: OpenedFolder,
  folderOf: (path: string) => Promise<string>,
): Promise<OpenFolder> {
  const { client, book, folderId } = opened;
  const state = await refresh(client, book, folderId);
  const entries = new Map((await book.entries(folderId)).map((entry) => [entry.uid, entry]));
  const some = (uids: readonly number[]): readonly BookEntry[] =>
    uids.flatMap((uid) => entries.get(uid) ?? []);
  const all = () => [...entries.values()].toSorted((a, b) => a.uid - b.uid);
  const flags = (list: readonly BookEntry[]) => list.map((one) => ({ uid: one.uid, flags: one.flags }));
  return {
    status: folderStatus(state),
    messages: (uids) => messagesOf(client, some(uids)),
    uids: async () => all().map(({ uid }) => uid),
    changedSince: async (modseq) => flags(all().filter((one) => one.modseq > Number(modseq))),
    flags: async (uids) => flags(some(uids)),
    having: async (flag) =>
      all()
        .filter((one) => hasFlag(one.flags, flag === 'seen' ? SEEN : FLAGGED))
        .map(({ uid }) => uid),
    async source(uid, most) {
      const entry = entries.get(uid);
      return entry ? client.bytes(`${messagePath(entry.remoteId)}/$value`, most) : null;
    },
    async editFlags(uids, edit) {
      for (const entry of await editFlags(opened, some(uids), edit)) entries.set(entry.uid, entry);
    },
    async move(uids, to) {
      const there = await folderOf(to);
      const moved = await moveTo(opened, some(uids), there);
      for (const uid of moved.keys()) entries.delete(uid);
      return moved;
    },
    async remove(uids) {
      await each(client, some(uids), ({ remoteId }) => ({ method: 'DELETE', path: messagePath(remoteId) }));
      return true;
    },
    withMessageId: (id) => withMessageId(opened, id),
  };
}

export function folderStatus({ nextUid, messages, unseen, modseq }: BookState): OpenFolder['status'] {
  return { uidValidity: VALIDITY, uidNext: nextUid, messages, unseen, highestModseq: String(modseq) };
}

async function* messagesOf(
  client: GraphClient,
  entries: readonly BookEntry[],
): AsyncGenerator<readonly RemoteMessage[]> {
  for (let from = 0; from < entries.length; from += AT_ONCE) {
    const some = entries.slice(from, from + AT_ONCE);
    const answers = await client.batch(
      some.map(({ remoteId }) => ({ method: 'GET', path: messagePath(remoteId) + WHOLE_MESSAGE })),
    );
    yield some.flatMap(({ uid }, at) => {
      const answer = answers[at];
      if (!answer || isMissing(answer)) return [];
      if (answer.status !== 200) throw client.failure(answer);
      return [messageOf(answer.body, uid)];
    });
  }
}

type Request = Parameters<GraphClient['send']>[0];

/** Of these, whatever is there still. @throws what one of them is refused by */
async function each(
  client: GraphClient,
  entries: readonly BookEntry[],
  request: (entry: BookEntry) => Request,
): Promise<ReadonlyMap<BookEntry, GraphAnswer>> {
  const done = new Map<BookEntry, GraphAnswer>();
  for (let from = 0; from < entries.length; from += AT_ONCE) {
    const some = entries.slice(from, from + AT_ONCE);
    const answers = await client.batch(some.map(request));
    for (const [at, entry] of some.entries()) {
      const answer = answers[at];
      if (!answer || isMissing(answer)) continue;
      if (answer.status >= 300) throw client.failure(answer);
      done.set(entry, answer);
    }
  }
  return done;
}

/** @returns them as they are now; what is remembered follows with the next look. */
async function editFlags(
  { client }: OpenedFolder,
  entries: readonly BookEntry[],
  edit: FlagEdit,
): Promise<readonly BookEntry[]> {
  const wanted = entries.flatMap((entry) => {
    const flags = withEdits(entry.flags, [edit]);
    const patch = patchFor(flags, entry.flags);
    return patch ? [{ entry, flags, patch }] : [];
  });
  const patches = new Map(wanted.map((one) => [one.entry, one]));
  const changing = wanted.map(({ entry }) => entry);
  const done = await each(client, changing, (entry) => ({
    method: 'PATCH',
    path: messagePath(entry.remoteId),
    body: patches.get(entry)?.patch ?? {},
  }));
  return [...done.keys()].map((entry) => ({ ...entry, flags: patches.get(entry)?.flags ?? entry.flags }));
}

/** One request moves it and leaves no copy (M2); its id stays, and it is counted anew where it lies. */
async function moveTo(
  { client, book, folderId }: OpenedFolder,
  entries: readonly BookEntry[],
  to: string,
): Promise<ReadonlyMap<number, number>> {
  const done = await each(client, entries, ({ remoteId }) => ({
    method: 'POST',
    path: `${messagePath(remoteId)}/move`,
    body: { destinationId: to },
  }));
  await refresh(client, book, to);
  await refresh(client, book, folderId);
  const there = new Map((await book.entries(to)).map(({ remoteId, uid }) => [remoteId, uid]));
  return new Map(
    [...done.keys()].flatMap(({ uid, remoteId }): [number, number][] => {
      const next = there.get(remoteId);
      return next === undefined ? [] : [[uid, next]];
    }),
  );
}

async function withMessageId(
  { client, book, folderId }: OpenedFolder,
  id: string,
): Promise<readonly number[]> {
  const $filter = `internetMessageId eq '<${id.replaceAll("'", "''")}>'`;
  const body = await client.read(
    `${folderPath(folderId)}/messages${query({ $filter, $select: 'id', $top: 50 })}`,
  );
  const { value } = (body ?? {}) as { readonly value?: unknown };
  if (!Array.isArray(value)) throw unlike('a list of messages is of another kind');
  const ids = new Set(value.map((one: { readonly id?: unknown }) => one.id));
  if (ids.size === 0) return [];
  await refresh(client, book, folderId);
  return (await book.entries(folderId)).filter(({ remoteId }) => ids.has(remoteId)).map(({ uid }) => uid);
}
