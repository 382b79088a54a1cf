import { hasFlag, keptFlags } from '@atelier/mail/flags/flag-edit';
import { z } from 'zod';
import type { BookEntry, BookPage, BookState, MailBook } from '../../port/mail/mail-book.ts';
import type { GraphClient, GraphRequest } from '../wire/graph-client.ts';
import { type GraphAnswer, unlike } from '../wire/graph-failure.ts';
import { folderPath } from './mail-folders.ts';
import { FLAGS_ALONE, flagsOf } from './message-fields.ts';

export const PAGE = 500;
/** Pages of one round; with more, the round goes on where it was. */
const MOST_PAGES = 2_000;
const MOST_TRIES = 4;

const row = z.looseObject({ id: z.string().min(1), '@removed': z.unknown().optional() });
const page = z.object({
  value: z.array(row),
  '@odata.nextLink': z.string().nullish(),
  '@odata.deltaLink': z.string().nullish(),
});
type Row = z.output<typeof row>;

/** What is asked of a folder first: all of it, or what has changed. */
export function firstQuestion(folderId: string, state: BookState | undefined): GraphRequest {
  const path = state?.cursor ?? `${folderPath(folderId)}/messages/delta${FLAGS_ALONE}`;
  return { method: 'GET', path, pageSize: PAGE };
}

/** A cursor that Microsoft has forgotten: everything is asked again, and compared. */
export function isDead({ status, code }: GraphAnswer): boolean {
  return status === 410 || /syncstate(?:notfound|invalid)|resyncrequired/.test(code);
}

interface Round {
  readonly rows: readonly Row[];
  readonly cursor: string;
}

async function roundFrom(client: GraphClient, first: GraphAnswer): Promise<Round> {
  const rows: Row[] = [];
  let answer = first;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    if (answer.status !== 200) throw client.failure(answer);
    const read = page.safeParse(answer.body);
    if (!read.success) throw unlike('a page of changes is of another kind');
    rows.push(...read.data.value);
    const { '@odata.nextLink': next, '@odata.deltaLink': cursor } = read.data;
    if (cursor) return { rows, cursor };
    if (!next) throw unlike('a page of changes does not say how it goes on');
    answer = await client.send({ method: 'GET', path: next, pageSize: PAGE });
  }
  throw unlike('its changes have no end');
}

/** The answer to `firstQuestion`, and what was known when that was asked. */
interface Asked {
  readonly known: BookState | undefined;
  readonly answer: GraphAnswer;
}

/**
 * Brings what is remembered of a folder up to what the server has.
 * @param asked where it was asked along with others.
 */
export async function refresh(
  client: GraphClient,
  book: MailBook,
  folderId: string,
  asked: Asked | null = null,
): Promise<BookState> {
  let ahead = asked;
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const known = ahead ? ahead.known : (await book.states()).get(folderId);
    let answer = ahead ? ahead.answer : await client.send(firstQuestion(folderId, known));
    ahead = null;
    const dead = isDead(answer);
    if (dead) answer = await client.send(firstQuestion(folderId, undefined));
    const round = await roundFrom(client, answer);
    const whole = dead || known?.cursor == null;
    const before = round.rows.length === 0 && !whole ? [] : await book.entries(folderId);
    const page = pageOf(before, known, round, whole);
    if (await book.write(folderId, page)) {
      // To count is to go through every message of the account: not where nothing has changed.
      if (known && page.next.modseq === known.modseq) return { ...known, ...page.next };
      const state = (await book.states()).get(folderId);
      if (state) return state;
    }
  }
  throw unlike('somebody else keeps changing what is remembered of it');
}

/** Pure. @param whole everything was told: what is not there is gone. */
export function pageOf(
  before: readonly BookEntry[],
  known: BookState | undefined,
  { rows: told, cursor }: Round,
  whole: boolean,
): BookPage {
  const byId = new Map(before.map((entry) => [entry.remoteId, entry]));
  const left = new Set(whole ? byId.keys() : []);
  const modseq = (known?.modseq ?? 0) + 1;
  let nextUid = known?.nextUid ?? 1;
  const entries = new Map<string, BookEntry>();
  const gone = new Set<number>();
  // The newest comes first; numbers grow with time, as they do elsewhere.
  const rows = [...new Map(told.map((one) => [one.id, one])).values()].toReversed();
  for (const one of rows) {
    const there = entries.get(one.id) ?? byId.get(one.id);
    left.delete(one.id);
    if (one['@removed'] !== undefined) {
      if (there) gone.add(there.uid);
      entries.delete(one.id);
      continue;
    }
    const flags = flagsOf(one, there?.flags ?? []);
    if (there && !gone.has(there.uid)) {
      if (!sameFlags(there.flags, flags)) entries.set(one.id, { ...there, flags, modseq });
      continue;
    }
    entries.set(one.id, { uid: nextUid, remoteId: one.id, flags, modseq });
    nextUid += 1;
  }
  for (const id of left) gone.add(byId.get(id)?.uid ?? 0);
  const changed = entries.size > 0 || gone.size > 0 || known === undefined;
  return {
    modseq: known?.modseq ?? 0,
    next: { nextUid, modseq: changed ? modseq : (known?.modseq ?? 0), cursor },
    entries: [...entries.values()],
    gone: [...gone],
  };
}

function sameFlags(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && keptFlags(one).every((flag) => hasFlag(other, flag));
}
