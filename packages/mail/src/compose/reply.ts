import { type Mailbox, sameAddress, uniqueMailboxes } from '../address/mailbox.ts';
import { withoutSignature } from '../text/preview.ts';
import { cutText } from '../text/storable.ts';
import { forwardSubject, replySubject } from '../thread/base-subject.ts';
import { answerReferences } from '../thread/message-ids.ts';

/** What an answer begins from. */
export interface Original {
  readonly messageId: string | null;
  readonly references: readonly string[];
  readonly from: readonly Mailbox[];
  readonly replyTo: readonly Mailbox[];
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  readonly subject: string;
  readonly text: string;
}

export type AnswerKind = 'reply' | 'reply-all' | 'forward';

/** What the form is filled with. */
export interface Answer {
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  readonly subject: string;
  /** Message-ID of what is answered; null where that has none, and for what is sent on. */
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  readonly text: string;
}

/** What only the reader's language knows: who wrote when, in a line; and the names of the headers of what is sent on. */
export interface AnswerWords {
  readonly wrote: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly forwarded: string;
}

/** @param own addresses of the account: nobody writes to themselves by answering all. */
export function answer(
  kind: AnswerKind,
  original: Original,
  own: readonly string[],
  words: AnswerWords,
): Answer {
  if (kind === 'forward') return forwarded(original, words);
  const { to, cc } = receivers(kind, original, own);
  return {
    to,
    cc,
    subject: replySubject(original.subject),
    inReplyTo: original.messageId,
    references: answerReferences(original),
    text: `\n\n${words.wrote}\n${quoted(original.text)}\n`,
  };
}

/** RFC 5322, 3.6.3: Reply-To before From. An answer to what one has written oneself goes on to whom it went. */
function receivers(kind: 'reply' | 'reply-all', original: Original, own: readonly string[]) {
  const isOwn = ({ address }: Mailbox) => own.some((one) => sameAddress(one, address));
  const mine = original.from.length > 0 && original.from.every(isOwn);
  const asked = original.replyTo.length > 0 ? original.replyTo : original.from;
  const to = mine ? original.to : asked;
  if (kind === 'reply') return { to: uniqueMailboxes(to), cc: mine ? uniqueMailboxes(original.cc) : [] };
  const all = uniqueMailboxes([...to, ...(mine ? [] : original.to)]).filter((one) => !isOwn(one));
  const others = uniqueMailboxes(original.cc).filter(
    (one) => !isOwn(one) && !all.some(({ address }) => sameAddress(address, one.address)),
  );
  return { to: all.length > 0 ? all : uniqueMailboxes(to), cc: others };
}

function forwarded(original: Original, { forwarded: line, headers }: AnswerWords): Answer {
  const head = headers.map(({ name, value }) => `${name}: ${value}`).join('\n');
  return {
    to: [],
    cc: [],
    subject: forwardSubject(original.subject),
    inReplyTo: null,
    references: answerReferences(original),
    text: `\n\n---------- ${line} ----------\n${head}\n\n${quotable(original.text)}\n`,
  };
}

/** More is no quote any more; what is written stays short enough to be kept. */
const MOST_QUOTED = 100_000;

/** @returns the beginning of what is too long to be quoted, and a mark that something is left out. */
function quotable(text: string): string {
  return text.length <= MOST_QUOTED ? text : `${cutText(text, MOST_QUOTED)}\n[…]`;
}

/** Every line is marked once more (RFC 3676, 4.5); the signature is not quoted. */
function quoted(text: string): string {
  const body = withoutSignature(quotable(text));
  return body
    .trimEnd()
    .split('\n')
    .map((line) => (line.startsWith('>') ? `>${line}` : `> ${line}`.trimEnd()))
    .join('\n');
}
