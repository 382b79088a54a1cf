import { addressKey } from '../address/mailbox.ts';
import { baseSubject } from './base-subject.ts';

/** What decides to which conversation a message belongs. */
export interface Threaded {
  readonly messageId: string | null;
  /** What it answers, the parent last. */
  readonly references: readonly string[];
  readonly subject: string;
  /** Addresses of From, To and Cc. */
  readonly people: readonly string[];
  readonly date: Date;
}

/** A thread that is there, as far as a message may belong to it. */
export interface KnownThread {
  readonly id: string;
  /** Ids of its messages, and of those that they answer. */
  readonly messageIds: ReadonlySet<string>;
  /** Of its messages: what they are about without prefixes, who takes part, and when the last came. */
  readonly subjects: ReadonlySet<string>;
  readonly people: ReadonlySet<string>;
  readonly lastAt: Date;
}

export interface ThreadChoice {
  /** Null: it begins one. */
  readonly threadId: string | null;
  /** What it shows to be one conversation with that: these become it. */
  readonly merged: readonly string[];
}

const A_MONTH_MS = 30 * 86_400_000;

/**
 * By what it answers, and by what answers it. Where programs say nothing of that, by its subject: only an answer, to
 * somebody who took part, within a month; otherwise every "Hello" would be one conversation.
 */
export function chooseThread(message: Threaded, known: readonly KnownThread[]): ThreadChoice {
  const own = new Set([...message.references, ...(message.messageId === null ? [] : [message.messageId])]);
  const linked = known.filter(({ messageIds }) => !own.isDisjointFrom(messageIds));
  const [first, ...others] = linked.toSorted(
    (a, b) => a.lastAt.getTime() - b.lastAt.getTime() || (a.id < b.id ? -1 : 1),
  );
  if (first) return { threadId: first.id, merged: others.map(({ id }) => id) };
  const { base, reply } = baseSubject(message.subject);
  if (!reply || base === '' || message.references.length > 0) return { threadId: null, merged: [] };
  const people = new Set(message.people.map(addressKey));
  const alike = known.find(
    (thread) =>
      thread.subjects.has(base.toLowerCase()) &&
      !people.isDisjointFrom(thread.people) &&
      Math.abs(message.date.getTime() - thread.lastAt.getTime()) <= A_MONTH_MS,
  );
  return { threadId: alike?.id ?? null, merged: [] };
}
