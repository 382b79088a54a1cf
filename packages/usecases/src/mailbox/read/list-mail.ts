import { foldText } from '@atelier/calendar/text/fold-text';
import { foldersOfMail, type MailFolderRow } from '@atelier/database/mailbox/folder-store';
import {
  mailInFolders,
  mailInThread,
  type PlacedMessage,
  peopleOfMail,
  searchMail as searched,
} from '@atelier/database/mailbox/mail-list';
import { type Answering, answersTo } from '@atelier/database/mailbox/outgoing-store';
import type { Mailbox } from '@atelier/mail/address/mailbox';
import type { FolderRole } from '@atelier/mail/folder/folder-role';
import { type MailSearch, readSearch } from '@atelier/mail/search/search-words';
import type { Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { mailboxesOf } from '../own-mailboxes.ts';

type MailContext = Pick<Context, 'database'>;

/** Part of a list, the newest first. */
export interface MailPage {
  readonly messages: readonly PlacedMessage[];
  /** Where the next part begins; null: there is none. */
  readonly next: string | null;
}

export interface ListMail {
  /** One folder; null: those of a role in every mailbox at once. */
  readonly folderId: string | null;
  readonly role: FolderRole;
  readonly unread: boolean;
  /** `next` of the part before. */
  readonly before: string | null;
  readonly limit: number;
}

export async function listMail(
  { database }: MailContext,
  actor: Actor,
  { folderId, role, unread, before, limit }: ListMail,
): Promise<Outcome<MailPage>> {
  const shown = await listedFolders(database, actor, { folderId, role });
  if (folderId !== null && shown.length === 0) return refusedFor('not-found', 'no-mail-folder');
  const folderIds = shown.map(({ id }) => id);
  return done(
    asPage(await partOf(limit, before, (from) => mailInFolders(database, { folderIds, unread, ...from }))),
  );
}

/** One folder; with null those of a role in every mailbox that somebody reads. */
export async function listedFolders(
  database: MailContext['database'],
  actor: Actor,
  { folderId, role }: Pick<ListMail, 'folderId' | 'role'>,
): Promise<readonly MailFolderRow[]> {
  const accountIds = await mailboxesOf(database, actor);
  const folders = (await Promise.all(accountIds.map((id) => foldersOfMail(database, id)))).flat();
  return folders.filter((folder) => (folderId === null ? folder.role === role : folder.id === folderId));
}

/** A line of search, with its operators, over everything that somebody reads. */
export async function searchMail(
  { database }: MailContext,
  actor: Actor,
  {
    line,
    accountId,
    before,
    limit,
  }: {
    readonly line: string;
    readonly accountId: string | null;
    readonly before: string | null;
    readonly limit: number;
  },
): Promise<MailPage> {
  const own = await mailboxesOf(database, actor);
  const accountIds = accountId === null ? own : own.filter((id) => id === accountId);
  const search = readSearch(line);
  const asked = { accountIds, ...searchParams(search) };
  return asPage(await partOf(limit, before, (from) => searched(database, { ...asked, ...from })));
}

function searchParams(search: MailSearch) {
  const { unread, flagged, attachment, after, before, from, to, folders } = search;
  return {
    words: tsquery(search),
    folders: folders.map((name) => name.toLowerCase()),
    unread,
    flagged,
    attachment,
    after: after === null ? null : new Date(`${after}T00:00:00Z`),
    before: before === null ? null : new Date(`${before}T00:00:00Z`),
    senders: from.map(likely),
    receivers: to.map(likely),
  };
}

/** In the query language of PostgreSQL, of letters and digits alone: nothing typed is a part of it. */
function tsquery({ words, phrases, without, subject }: MailSearch): string {
  const terms = [
    ...words.map((word) => together(word, ' & ', ':*')),
    ...phrases.map((phrase) => together(phrase, ' <-> ', '')),
    ...subject.map((word) => together(word, ' & ', ':*A')),
    ...without.map((word) => together(word, ' & ', ':*')).map((term) => term && `!(${term})`),
  ];
  return terms
    .filter((term) => term !== '')
    .map((term) => `(${term})`)
    .join(' & ');
}

function together(text: string, joined: string, mark: string): string {
  const words = foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word) => `${word}${mark}`).join(joined);
}

/** As it stands in a LIKE. */
function likely(text: string): string {
  return foldText(text).replaceAll(/[\\%_]/g, '\\$&');
}

interface From {
  readonly beforeDate: Date | null;
  readonly beforeId: string | null;
  readonly limit: number;
}

interface Listed {
  readonly id: string;
  readonly date: Date;
}

export interface ListPart<Row> {
  readonly rows: readonly Row[];
  /** Where the next part begins; null: there is none. */
  readonly next: string | null;
}

/**
 * So much of a list as begins behind what was read last.
 * @param before `next` of the part before; what is none begins at the beginning.
 */
export async function partOf<Row extends Listed>(
  limit: number,
  before: string | null,
  ask: (from: From) => Promise<readonly Row[]>,
): Promise<ListPart<Row>> {
  const [date, id] = /^(\d+)\.([0-9a-f-]{36})$/.exec(before ?? '')?.slice(1) ?? [];
  const from = { beforeDate: date === undefined ? null : new Date(Number(date)), beforeId: id ?? null };
  const found = await ask({ ...from, limit: limit + 1 });
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const next = found.length > limit && last ? `${last.date.getTime()}.${last.id}` : null;
  return { rows, next };
}

const asPage = ({ rows, next }: ListPart<PlacedMessage>): MailPage => ({ messages: rows, next });

export interface SeenThread {
  readonly messages: readonly PlacedMessage[];
  /** Who is answering, or has answered from here. */
  readonly answering: readonly Answering[];
}

/** A conversation, the oldest first; of a message that lies in two folders, one. */
export async function seeThread(
  { database }: MailContext,
  actor: Actor,
  threadId: string,
): Promise<Outcome<SeenThread>> {
  const accountIds = await mailboxesOf(database, actor);
  const placed = await mailInThread(database, { threadId, accountIds });
  if (placed.length === 0) return refusedFor('not-found', 'no-message');
  const messages = [
    ...new Map(placed.toReversed().map((one) => [one.messageId ?? one.messageRow, one])).values(),
  ].toReversed();
  const answering = await answersTo(
    database,
    messages.map(({ messageRow }) => messageRow),
  );
  return done({ messages, answering });
}

/** Whom somebody may mean while they type, of those whom their mailboxes know. */
export async function suggestPeople(
  { database }: MailContext,
  actor: Actor,
  part: string,
): Promise<readonly Mailbox[]> {
  if (part.trim().length < 2) return [];
  const accountIds = await mailboxesOf(database, actor);
  const found = await peopleOfMail(database, { accountIds, part: likely(part.trim()) });
  return found.map(({ name, address }) => ({ name, address }));
}
