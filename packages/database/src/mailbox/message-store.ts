import { foldText } from '@atelier/calendar/text/fold-text';
import type { Mailbox } from '@atelier/mail/address/mailbox';
import { SANITISER_VERSION } from '@atelier/mail/html/safe-html';
import type { ReadMessage } from '@atelier/mail/read/read-message';
import { preview } from '@atelier/mail/text/preview';
import type { Queryable } from '../database.ts';
import type { ParamsOf, RowOf } from '../statement.ts';
import type { Transaction } from '../transaction.ts';
import {
  adoptPlacements,
  bodiesWanted,
  byIdentity,
  failBody,
  insertMessages,
  insertPlacements,
  kinByIds,
  kinBySubject,
  mergeThreads,
  saveBody,
  sweepMessages,
} from './message-store.sql.ts';
import type { StoredMessage, StoredPlacement } from './stored-message.ts';

export type KnownMessage = RowOf<typeof byIdentity>;

export async function messagesByIdentity(
  { query }: Queryable,
  accountId: string,
  identities: readonly string[],
): Promise<readonly KnownMessage[]> {
  return query(byIdentity, { accountId, identities });
}

/** What decides of a message to which thread it belongs. */
export type Kin = RowOf<typeof kinBySubject>;

/** What messages with these ids answer, and what answers them. */
export async function kinOf(
  { query }: Queryable,
  accountId: string,
  ids: readonly string[],
): Promise<readonly Kin[]> {
  return query(kinByIds, { accountId, ids });
}

export async function kinAbout(
  { query }: Queryable,
  about: ParamsOf<typeof kinBySubject>,
): Promise<readonly Kin[]> {
  return query(kinBySubject, about);
}

export async function becomeThread(
  { query }: Transaction,
  merge: ParamsOf<typeof mergeThreads>,
): Promise<void> {
  await query(mergeThreads, merge);
}

export async function addMessages(
  { query }: Transaction,
  accountId: string,
  messages: readonly StoredMessage[],
): Promise<void> {
  if (messages.length === 0) return;
  const folded = messages.map((message) => ({
    ...message,
    ...foldedHead(message.subject, peopleOf(message)),
    senders: namesOf(message.from),
    receivers: namesOf([...message.to, ...message.cc]),
  }));
  await query(insertMessages, { accountId, messages: folded });
}

interface PeopleOf {
  readonly from: readonly Mailbox[];
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
}

function peopleOf({ from, to, cc }: PeopleOf): readonly Mailbox[] {
  return [...from, ...to, ...cc];
}

function namesOf(people: readonly Mailbox[]): string {
  return foldText(
    people
      .slice(0, 50)
      .map(({ name, address }) => `${name} ${address}`)
      .join('\n'),
  );
}

function foldedHead(subject: string, people: readonly Mailbox[]) {
  return { foldedSubject: searchWords(subject), foldedPeople: searchWords(namesOf(people)) };
}

/** Letters and digits alone, as the search takes a line apart: what PostgreSQL makes of addresses and apostrophes is its own. */
function searchWords(text: string): string {
  return foldText(text).replaceAll(/[^\p{L}\p{N}]+/gu, ' ');
}

/** @returns how many are new here; those that a move had left without a UID are the ones they were. */
export async function addPlacements(
  { query }: Transaction,
  { accountId, folderId }: { readonly accountId: string; readonly folderId: string },
  placements: readonly StoredPlacement[],
): Promise<void> {
  if (placements.length === 0) return;
  const adopted = new Set((await query(adoptPlacements, { folderId, placements })).map(({ uid }) => uid));
  const fresh = placements.filter(({ uid }) => !adopted.has(uid));
  await query(insertPlacements, { accountId, folderId, placements: fresh });
}

export type WantedBody = RowOf<typeof bodiesWanted>;

/** Messages whose text is not here yet, the newest first. */
export async function wantedBodies(
  { query }: Queryable,
  wanted: ParamsOf<typeof bodiesWanted>,
): Promise<readonly WantedBody[]> {
  return query(bodiesWanted, wanted);
}

/** Longer texts are found by their beginning. PostgreSQL's words of one text are a megabyte at most. */
const MOST_SEARCHED = 100_000;

export async function saveMailBody({ query }: Queryable, id: string, read: ReadMessage): Promise<void> {
  const { text, html, attachments, bulk, calendar, origin, subject } = read;
  const names = attachments.map(({ name }) => name).join('\n');
  await query(saveBody, {
    id,
    text,
    html: html && { html: html.html, remote: html.remote, cut: html.cut },
    sanitiser: SANITISER_VERSION,
    attachments,
    bulk,
    preview: preview(text),
    hasAttachment: attachments.some(({ contentId }) => contentId === null),
    calendar,
    origin,
    ...foldedHead(subject, peopleOf(read)),
    foldedText: searchWords(`${names}\n${text.slice(0, MOST_SEARCHED)}`),
  });
}

/** It cannot be read, or would cost too much: it is shown by its head, and said so. */
export async function failMailBody({ query }: Queryable, id: string): Promise<void> {
  await query(failBody, { id });
}

/** Whoever reads it has said that its pictures from elsewhere are loaded. */
export async function consentToPictures({ prisma }: Transaction, messageRow: string): Promise<void> {
  await prisma.mailMessage.updateMany({ where: { id: messageRow }, data: { pictures: true } });
}

/** And those of everything that this address writes. */
export async function consentToSender(
  { prisma }: Transaction,
  accountId: string,
  address: string,
): Promise<void> {
  const sender = { accountId, address: address.toLowerCase() };
  await prisma.mailPictureSender.createMany({ data: [sender], skipDuplicates: true });
}

export async function removeLooseMessages({ query }: Transaction, accountId: string): Promise<void> {
  await query(sweepMessages, { accountId });
}
