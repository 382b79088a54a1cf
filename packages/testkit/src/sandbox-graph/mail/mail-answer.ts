import type { Fields } from '../graph-store.ts';
import type { StoredMessage } from './stored-mail.ts';

/** A line of the head, unfolded; empty where there is none. */
export function headerOf(mime: Buffer, name: string): string {
  const [head = ''] = mime.toString('utf8').split(/\r?\n\r?\n/);
  const lines = head.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const line = lines.find((one) => one.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  return line === undefined ? '' : decoded(line.slice(name.length + 1).trim());
}

/** Encoded words in UTF-8 (RFC 2047). */
function decoded(text: string): string {
  return text.replaceAll(/=\?utf-8\?([qb])\?([^?]*)\?=\s*/gi, (_, how: string, word: string) => {
    if (how.toLowerCase() === 'b') return Buffer.from(word, 'base64').toString('utf8');
    const bytes = word
      .replaceAll('_', ' ')
      .replaceAll(/=([0-9a-f]{2})/gi, (__, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    return Buffer.from(bytes, 'latin1').toString('utf8');
  });
}

function people(header: string): readonly Fields[] {
  return header
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)
    .map((one) => {
      const [, name = '', address = one] = /^(.*?)\s*<([^>]*)>$/.exec(one) ?? [];
      return { emailAddress: { name: name.replaceAll(/^"|"$/g, '') || address, address } };
    });
}

const SIZE = 'Integer 0x0E08';

/** As Graph shows a message. */
export function messageAnswer(message: StoredMessage): Fields {
  const { id, folderId, mime, received, fields, bcc, extended } = message;
  const { isRead, isDraft, flagged, categories } = fields;
  const date = new Date(headerOf(mime, 'Date'));
  const calendar = /^content-type: text\/calendar/im.test(mime.toString('utf8'));
  return {
    ...(calendar && { '@odata.type': '#microsoft.graph.eventMessageRequest' }),
    id,
    parentFolderId: folderId,
    internetMessageId: headerOf(mime, 'Message-ID') || `<${id}@made-up.example>`,
    internetMessageHeaders: ['References', 'In-Reply-To'].flatMap((name) => {
      const value = headerOf(mime, name);
      return value === '' ? [] : [{ name, value }];
    }),
    subject: headerOf(mime, 'Subject'),
    from: people(headerOf(mime, 'From'))[0] ?? null,
    replyTo: people(headerOf(mime, 'Reply-To')),
    toRecipients: people(headerOf(mime, 'To')),
    ccRecipients: people(headerOf(mime, 'Cc')),
    bccRecipients: bcc.map((address) => ({ emailAddress: { name: address, address } })),
    sentDateTime: Number.isNaN(date.getTime()) ? received : date.toISOString(),
    receivedDateTime: received,
    hasAttachments: /^content-disposition: attachment/im.test(mime.toString('utf8')),
    isRead,
    isDraft,
    flag: { flagStatus: flagged ? 'flagged' : 'notFlagged' },
    categories,
    singleValueExtendedProperties: [
      { id: SIZE, value: String(mime.byteLength) },
      ...[...extended].map(([property, value]) => ({ id: property, value })),
    ],
  };
}
