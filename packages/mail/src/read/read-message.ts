import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';
import type { Mailbox } from '../address/mailbox.ts';
import { htmlText } from '../html/html-text.ts';
import type { SafeHtml } from '../html/safe-html.ts';
import { sanitiseHtml } from '../html/sanitise-html.ts';
import { oneLine } from '../text/one-line.ts';
import { safeName } from '../text/safe-name.ts';
import { cutText, fewMarks, storable } from '../text/storable.ts';
import { unflowed } from '../text/unflowed.ts';
import { ancestors, messageId } from '../thread/message-ids.ts';
import { bytesOf } from './attached-bytes.ts';
import { calendarPart } from './calendar-part.ts';
import { type MailOrigin, mailOrigin } from './mail-origin.ts';
import { mendedSource } from './mended-source.ts';

/** A message as it is stored and shown: nothing of it acts. */
export interface ReadMessage {
  readonly messageId: string | null;
  /** What it answers, the parent last. */
  readonly references: readonly string[];
  readonly from: readonly Mailbox[];
  readonly replyTo: readonly Mailbox[];
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  readonly subject: string;
  /** Null where it says none that can be read. */
  readonly date: Date | null;
  /** Also where there is HTML alone. */
  readonly text: string;
  readonly html: SafeHtml | null;
  readonly attachments: readonly ReadAttachment[];
  /** What it says to calendars: it asks for an answer to an event, or tells of one. Null where it says nothing to them. */
  readonly calendar: string | null;
  readonly origin: MailOrigin;
  /** It was sent to a list, or by a program: nobody waits for an answer there. */
  readonly bulk: boolean;
}

export interface ReadAttachment {
  /** Its place among the attachments of the message, from 0; by it `attachedFile` finds it again. */
  readonly place: number;
  readonly name: string;
  /** As the sender calls it; not to be believed. */
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  /** Where the text shows it, null where it does not. */
  readonly contentId: string | null;
}

/** Of text, in characters; longer mails are logs and lists. */
const MOST_TEXT = 500_000;
const MOST_ATTACHMENTS = 200;
const MOST_PEOPLE = 500;
const OPTIONS = { maxNestingDepth: 50, maxHeadersSize: 512 * 1024, forceRfc822Attachments: true };

/**
 * Reads a whole message (RFC 5322, 2045). Hostile ones cost time and memory: run it where it may be stopped.
 * @throws where it is no message at all, or nested too deep.
 */
export async function readMessage(source: Uint8Array): Promise<ReadMessage> {
  const { source: mended, flowed } = mendedSource(source);
  const email = await PostalMime.parse(mended, OPTIONS);
  const html = email.html === undefined ? null : sanitiseHtml(email.html);
  const written = email.text !== undefined && flowed ? unflowed(email.text, flowed.delSp) : email.text;
  const text = written ?? (html ? htmlText(html.html) : '');
  return {
    messageId: messageId(email.messageId),
    references: ancestors(email.references ?? '', email.inReplyTo ?? ''),
    from: people(email.from === undefined ? [] : [email.from]),
    replyTo: people(email.replyTo),
    to: people(email.to),
    cc: people(email.cc),
    subject: oneLine(email.subject ?? ''),
    date: readDate(email.date),
    text: cutText(fewMarks(storable(text)).replaceAll('\r\n', '\n').trimEnd(), MOST_TEXT),
    html,
    attachments: attachmentsOf(email, html),
    calendar: calendarPart(email.attachments),
    origin: mailOrigin(email),
    bulk: isBulk(email),
  };
}

export interface AttachedFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** @returns null where there is none at this place. */
export async function attachedFile(source: Uint8Array, place: number): Promise<AttachedFile | null> {
  const { attachments } = await PostalMime.parse(source, OPTIONS);
  const found = attachments[place];
  return found ? { ...named(found, place), bytes: bytesOf(found) } : null;
}

function attachmentsOf({ attachments }: Email, html: SafeHtml | null): readonly ReadAttachment[] {
  const embedded = new Set(html?.embedded);
  return attachments.slice(0, MOST_ATTACHMENTS).map((attachment, place) => {
    const contentId =
      attachment.contentId === undefined ? null : storable(attachment.contentId).replaceAll(/^<|>$/g, '');
    return {
      place,
      ...named(attachment, place),
      size: bytesOf(attachment).byteLength,
      contentId: contentId !== null && embedded.has(contentId) ? contentId : null,
    };
  });
}

const ENDINGS: Readonly<Record<string, string>> = { 'message/rfc822': '.eml', 'text/calendar': '.ics' };

function named({ filename, mimeType }: Attachment, place: number) {
  const type = /^[\w.+-]{1,60}\/[\w.+-]{1,100}$/.test(mimeType)
    ? mimeType.toLowerCase()
    : 'application/octet-stream';
  return { name: safeName(filename, `file-${place + 1}${ENDINGS[type] ?? ''}`), type };
}

function people(addresses: readonly Address[] = []): readonly Mailbox[] {
  return addresses
    .flatMap((one) => one.group ?? [one])
    .slice(0, MOST_PEOPLE)
    .map(({ name, address }) => ({ name: oneLine(name), address: oneLine(address) }))
    .filter(({ name, address }) => name !== '' || address !== '');
}

/** The parser gives what it could not read as it was written. */
function readDate(text: string | undefined): Date | null {
  const date = text === undefined ? null : new Date(text);
  return date && !Number.isNaN(date.getTime()) ? date : null;
}

function isBulk({ headers }: Email): boolean {
  return headers.some(
    ({ key, value }) =>
      key === 'list-id' ||
      (key === 'auto-submitted' && value.trim().toLowerCase() !== 'no') ||
      (key === 'precedence' && /^(?:bulk|list|junk)$/i.test(value.trim())),
  );
}
