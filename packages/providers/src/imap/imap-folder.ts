import { DELETED, type FlagEdit, keptFlags } from '@atelier/mail/flags/flag-edit';
import type { FetchMessageObject, ImapFlow, MailboxObject } from 'imapflow';
import { mailFailure, messageTooLarge, notThere } from '../mail/mail-failure.ts';
import type { OpenFolder, RemoteMessage, UidFlags } from '../port/mail/mail-provider.ts';
import { LISTED, remoteMessage } from './remote-message.ts';
import { uidSets } from './uid-set.ts';

/** Messages whose headers are asked for with one command. */
const PAGE = 500;

/** Opens a folder, reading and writing. @throws ProviderFailure */
export async function openImapFolder(line: ImapFlow, path: string, sent: () => void): Promise<OpenFolder> {
  const ask = asker(sent);
  const opened = await ask(() => line.mailboxOpen(path).catch(notOpened));
  const counts = countsChanges(line, opened);
  return {
    status: {
      uidValidity: String(opened.uidValidity),
      uidNext: opened.uidNext,
      messages: opened.exists,
      unseen: opened.unseen ?? 0,
      highestModseq: counts ? String(opened.highestModseq) : null,
    },
    messages: (uids) => messagesOf(line, ask, uids),
    uids: () => ask(() => search(line, { all: true })),
    changedSince: (modseq) => (counts ? ask(() => changedSince(line, modseq)) : Promise.resolve(null)),
    flags: (uids) => flagsOf(line, ask, uids),
    having: (flag) => ask(() => search(line, flag === 'seen' ? { seen: true } : { flagged: true })),
    source: (uid, most) => ask(() => sourceOf(line, uid, most)),
    editFlags: (uids, edit) => editFlags(line, ask, uids, edit),
    move: (uids, to) => moveTo(line, ask, uids, to),
    remove: (uids) => removeThese(line, ask, uids),
    withMessageId: (id) => ask(() => search(line, { header: { 'message-id': `<${id}>` } })),
  };
}

/** Servers have several ways of saying that a folder is not there, and NO is all that they have in common. */
function notOpened(error: unknown): never {
  const { responseStatus } = error as { readonly responseStatus?: unknown };
  throw responseStatus === 'NO' ? notThere() : error;
}

type Ask = <T>(work: () => Promise<T>) => Promise<T>;

function asker(sent: () => void): Ask {
  return async (work) => {
    sent();
    try {
      return await work();
    } catch (error) {
      throw mailFailure(error);
    }
  };
}

/** By what was enabled, not by what is said: some servers name a count and ignore questions about it. */
function countsChanges(line: ImapFlow, { highestModseq, noModseq }: MailboxObject): boolean {
  return (
    highestModseq !== undefined && !noModseq && (line.enabled.has('CONDSTORE') || line.enabled.has('QRESYNC'))
  );
}

async function search(line: ImapFlow, query: Parameters<ImapFlow['search']>[0]): Promise<readonly number[]> {
  const found = await line.search(query, { uid: true });
  if (!Array.isArray(found)) throw Object.assign(new Error('search refused'), { responseStatus: 'NO' });
  return found;
}

async function* messagesOf(
  line: ImapFlow,
  ask: Ask,
  uids: readonly number[],
): AsyncGenerator<readonly RemoteMessage[]> {
  for (const set of uidSets(uids, PAGE)) {
    const fetched = await ask(() => line.fetchAll(set, LISTED, { uid: true }));
    const wanted = new Set(uids);
    yield fetched.filter(({ uid }) => wanted.has(uid)).map(remoteMessage);
  }
}

async function changedSince(line: ImapFlow, modseq: string): Promise<readonly UidFlags[]> {
  const rows = await line.fetchAll(
    '1:*',
    { uid: true, flags: true },
    { uid: true, changedSince: BigInt(modseq) },
  );
  return rows.map(uidFlags);
}

async function flagsOf(line: ImapFlow, ask: Ask, uids: readonly number[]): Promise<readonly UidFlags[]> {
  const wanted = new Set(uids);
  const rows: UidFlags[] = [];
  for (const set of uidSets(uids)) {
    const fetched = await ask(() => line.fetchAll(set, { uid: true, flags: true }, { uid: true }));
    rows.push(...fetched.filter(({ uid }) => wanted.has(uid)).map(uidFlags));
  }
  return rows;
}

function uidFlags({ uid, flags }: FetchMessageObject): UidFlags {
  return { uid, flags: keptFlags(flags ?? []) };
}

async function sourceOf(line: ImapFlow, uid: number, most: number): Promise<Uint8Array | null> {
  const known = await line.fetchOne(String(uid), { uid: true, size: true }, { uid: true });
  if (!known || known.uid !== uid) return null;
  if ((known.size ?? 0) > most) throw messageTooLarge();
  const whole = await line.fetchOne(String(uid), { uid: true, source: true }, { uid: true });
  return (whole && whole.source) || null;
}

async function editFlags(
  line: ImapFlow,
  ask: Ask,
  uids: readonly number[],
  { add, remove }: FlagEdit,
): Promise<void> {
  for (const set of uidSets(uids)) {
    if (add.length > 0) await ask(() => stored(line.messageFlagsAdd(set, [...add], { uid: true })));
    if (remove.length > 0) await ask(() => stored(line.messageFlagsRemove(set, [...remove], { uid: true })));
  }
}

async function stored(done: Promise<boolean>): Promise<void> {
  if (!(await done)) throw Object.assign(new Error('store refused'), { responseStatus: 'NO' });
}

/**
 * MOVE (RFC 6851); else a copy, and only when that is there the originals go, just these (UIDPLUS). Where a server has
 * neither, the copy would stand beside the original for good, so the original is marked and left to its other programs.
 */
async function moveTo(
  line: ImapFlow,
  ask: Ask,
  uids: readonly number[],
  to: string,
): Promise<ReadonlyMap<number, number> | null> {
  const map = new Map<number, number>();
  let complete = true;
  for (const set of uidSets(uids)) {
    const moved = line.capabilities.has('MOVE')
      ? await ask(() => line.messageMove(set, to, { uid: true }))
      : await copyAndRemove(line, ask, set, to);
    if (!moved) throw mailFailure(Object.assign(new Error('move refused'), { responseStatus: 'NO' }));
    if (!moved.uidMap) complete = false;
    for (const [here, there] of moved.uidMap ?? []) map.set(here, there);
  }
  return complete ? map : null;
}

async function copyAndRemove(line: ImapFlow, ask: Ask, set: string, to: string) {
  const copied = await ask(() => line.messageCopy(set, to, { uid: true }));
  if (!copied) return false;
  if (line.capabilities.has('UIDPLUS')) await ask(() => stored(line.messageDelete(set, { uid: true })));
  else await ask(() => stored(line.messageFlagsAdd(set, [DELETED], { uid: true })));
  return copied;
}

/** Without UIDPLUS an EXPUNGE takes whatever any program has marked (RFC 4315, 2.1): that is not done. */
async function removeThese(line: ImapFlow, ask: Ask, uids: readonly number[]): Promise<boolean> {
  if (!line.capabilities.has('UIDPLUS')) return false;
  for (const set of uidSets(uids)) await ask(() => stored(line.messageDelete(set, { uid: true })));
  return true;
}
