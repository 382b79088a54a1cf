import { createHash } from 'node:crypto';
import {
  addMessages,
  addPlacements,
  becomeThread,
  type Kin,
  kinAbout,
  kinOf,
  messagesByIdentity,
} from '@atelier/database/mailbox/message-store';
import type { StoredMessage } from '@atelier/database/mailbox/stored-message';
import type { Transaction } from '@atelier/database/transaction';
import { addressKey } from '@atelier/mail/address/mailbox';
import { FLAGGED, hasFlag, SEEN } from '@atelier/mail/flags/flag-edit';
import { messageDate } from '@atelier/mail/read/message-date';
import { baseSubject } from '@atelier/mail/thread/base-subject';
import { chooseThread, type KnownThread } from '@atelier/mail/thread/choose-thread';
import type { RemoteMessage } from '@atelier/providers/port/mail/mail-provider';

interface Page {
  readonly accountId: string;
  readonly folderId: string;
  readonly newId: () => string;
}

/** Messages as a server lists them, where they lie; those that are known from another folder are not stored twice. */
export async function storePage(
  transaction: Transaction,
  { accountId, folderId, newId }: Page,
  page: readonly RemoteMessage[],
): Promise<void> {
  const identities = page.map(identityOf);
  const known = new Map(
    (await messagesByIdentity(transaction, accountId, identities)).map(({ identity, id }) => [identity, id]),
  );
  const fresh: StoredMessage[] = [];
  const threads = await threadsAround(transaction, accountId, page);
  for (const [at, message] of page.entries()) {
    const identity = identities[at] ?? '';
    if (known.has(identity)) continue;
    const stored = newMessage(message, identity, newId());
    const threadId = await threadFor(transaction, accountId, stored, threads, newId);
    known.set(identity, stored.id);
    fresh.push({ ...stored, threadId });
  }
  await addMessages(
    transaction,
    accountId,
    fresh.map((one) => ({ ...one, threadId: threads.current(one.threadId) })),
  );
  await addPlacements(
    transaction,
    { accountId, folderId },
    page.map((message, at) => ({
      id: newId(),
      uid: message.uid,
      messageId: known.get(identities[at] ?? '') ?? '',
      flags: message.flags,
      seen: hasFlag(message.flags, SEEN),
      flagged: hasFlag(message.flags, FLAGGED),
      date: messageDate(message.date, message.arrived),
    })),
  );
}

/** Ids of messages are not always one message's: broken programs use one again, and lists change what they carry. */
export function identityOf({ messageId, date, arrived, from, subject, size }: RemoteMessage): string {
  const said = [messageId, (date ?? arrived).getTime(), from[0]?.address ?? '', subject, size];
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url');
}

function newMessage(message: RemoteMessage, identity: string, id: string): Omit<StoredMessage, 'threadId'> {
  const { messageId, references, subject, from, replyTo, to, cc, size, hasAttachment, hasInvitation } =
    message;
  return {
    id,
    identity,
    messageId,
    references,
    subject,
    baseSubject: baseSubject(subject).base.toLowerCase(),
    from,
    replyTo,
    to,
    cc,
    people: [...new Set([...from, ...to, ...cc].map(({ address }) => addressKey(address)))],
    date: messageDate(message.date, message.arrived),
    size,
    hasAttachment,
    hasInvitation,
  };
}

const A_MONTH_MS = 30 * 86_400_000;

/** Threads to which something on the page may belong; they grow with the page. */
class Threads {
  readonly #threads = new Map<string, { -readonly [K in keyof KnownThread]: KnownThread[K] }>();
  readonly #merged = new Map<string, string>();

  add(kin: Kin): void {
    const id = this.current(kin.threadId);
    const before = this.#threads.get(id);
    const ids = [...kin.references, ...(kin.messageId === null ? [] : [kin.messageId])];
    this.#threads.set(id, {
      id,
      messageIds: new Set([...(before?.messageIds ?? []), ...ids]),
      subjects: new Set([...(before?.subjects ?? []), kin.baseSubject]),
      people: new Set([...(before?.people ?? []), ...kin.people]),
      lastAt: before && before.lastAt > kin.date ? before.lastAt : kin.date,
    });
  }

  merge(from: string, into: string): void {
    const gone = this.#threads.get(from);
    this.#threads.delete(from);
    this.#merged.set(from, into);
    if (!gone) return;
    const [first = ''] = gone.subjects;
    this.add({
      threadId: into,
      messageId: null,
      references: [...gone.messageIds],
      baseSubject: first,
      people: [...gone.people],
      date: gone.lastAt,
    });
  }

  /** What a thread has become. */
  current(id: string): string {
    let now = id;
    for (let next = this.#merged.get(now); next !== undefined; next = this.#merged.get(now)) now = next;
    return now;
  }

  near(ids: readonly string[], subject: string): readonly KnownThread[] {
    const own = new Set(ids);
    return [...this.#threads.values()].filter(
      ({ messageIds, subjects }) => subjects.has(subject) || !own.isDisjointFrom(messageIds),
    );
  }
}

async function threadsAround(
  transaction: Transaction,
  accountId: string,
  page: readonly RemoteMessage[],
): Promise<Threads> {
  const threads = new Threads();
  const ids = [
    ...new Set(
      page.flatMap(({ messageId, references }) => [
        ...references,
        ...(messageId === null ? [] : [messageId]),
      ]),
    ),
  ];
  for (const kin of await kinOf(transaction, accountId, ids)) threads.add(kin);
  const alone = page.filter(
    ({ references, subject }) => references.length === 0 && baseSubject(subject).reply,
  );
  if (alone.length === 0) return threads;
  const times = alone.map(({ date, arrived }) => messageDate(date, arrived).getTime());
  const about = {
    accountId,
    subjects: [
      ...new Set(
        alone.map(({ subject }) => baseSubject(subject).base.toLowerCase()).filter((base) => base !== ''),
      ),
    ],
    from: new Date(Math.min(...times) - A_MONTH_MS),
    to: new Date(Math.max(...times) + A_MONTH_MS),
  };
  for (const kin of await kinAbout(transaction, about)) threads.add(kin);
  return threads;
}

async function threadFor(
  transaction: Transaction,
  accountId: string,
  message: Omit<StoredMessage, 'threadId'>,
  threads: Threads,
  newId: () => string,
): Promise<string> {
  const { messageId, references, baseSubject: subject, people, date } = message;
  const near = threads.near([...references, ...(messageId === null ? [] : [messageId])], subject);
  const choice = chooseThread(message, near);
  const threadId = choice.threadId ?? newId();
  for (const gone of choice.merged) threads.merge(gone, threadId);
  if (choice.merged.length > 0)
    await becomeThread(transaction, { accountId, threads: choice.merged, into: threadId });
  threads.add({ threadId, messageId, references, baseSubject: subject, people, date });
  return threadId;
}
