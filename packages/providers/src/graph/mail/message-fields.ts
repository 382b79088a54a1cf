import type { Mailbox } from '@atelier/mail/address/mailbox';
import { ANSWERED, DRAFT, FLAGGED, FORWARDED, hasFlag, keptFlags, SEEN } from '@atelier/mail/flags/flag-edit';
import { oneLine } from '@atelier/mail/text/one-line';
import { ancestors, messageId } from '@atelier/mail/thread/message-ids';
import { z } from 'zod';
import type { RemoteMessage } from '../../port/mail/mail-provider.ts';
import { unlike } from '../wire/graph-failure.ts';
import { query } from '../wire/paths.ts';

/** PidTagMessageSize and PidTagLastVerbExecuted ([MS-OXPROPS]): Graph has no fields for them. */
const SIZE = 'Integer 0x0E08';
const LAST_VERB = 'Integer 0x1081';
/** What the last verb says ([MS-OXOMSG], 2.2.1.4). */
const REPLIED = new Set(['102', '103']);
const SENT_ON = '104';

const FLAGS = ['isRead', 'isDraft', 'flag', 'categories'];
const LISTED = [
  ...FLAGS,
  'id',
  'subject',
  'from',
  'replyTo',
  'toRecipients',
  'ccRecipients',
  'sentDateTime',
  'receivedDateTime',
  'internetMessageId',
  'internetMessageHeaders',
  'hasAttachments',
];
const properties = [SIZE, LAST_VERB].map((id) => `id eq '${id}'`).join(' or ');

export const WHOLE_MESSAGE = query({
  $select: LISTED.join(),
  $expand: `singleValueExtendedProperties($filter=${properties})`,
});
export const FLAGS_ALONE = query({
  $select: FLAGS.join(),
  $expand: `singleValueExtendedProperties($filter=id eq '${LAST_VERB}')`,
});

const person = z.object({
  emailAddress: z.object({ name: z.string().nullish(), address: z.string().nullish() }).nullish(),
});
const people = z.array(person).nullish();
const extended = z.array(z.object({ id: z.string(), value: z.string() })).nullish();

const flagFields = z.object({
  isRead: z.boolean().nullish(),
  isDraft: z.boolean().nullish(),
  flag: z.object({ flagStatus: z.string().nullish() }).nullish(),
  categories: z.array(z.string()).nullish(),
  singleValueExtendedProperties: extended,
});

const messageFields = flagFields.extend({
  '@odata.type': z.string().nullish(),
  internetMessageId: z.string().nullish(),
  internetMessageHeaders: z.array(z.object({ name: z.string(), value: z.string() })).nullish(),
  subject: z.string().nullish(),
  from: person.nullish(),
  replyTo: people,
  toRecipients: people,
  ccRecipients: people,
  sentDateTime: z.string().nullish(),
  receivedDateTime: z.string().nullish(),
  hasAttachments: z.boolean().nullish(),
});

/** @param before what was known of it: a row of changes may leave out what has not changed. */
export function flagsOf(row: unknown, before: readonly string[]): readonly string[] {
  const read = flagFields.safeParse(row);
  if (!read.success) throw unlike('flags of a message are of another kind');
  const { isRead, isDraft, flag, categories, singleValueExtendedProperties: more } = read.data;
  const verb = more?.find(({ id }) => sameProperty(id, LAST_VERB))?.value;
  const known = (name: string, told: boolean | null | undefined) => told ?? hasFlag(before, name);
  const keywords = categories ?? before.filter((one) => !/^[\\$]/.test(one));
  return keptFlags([
    ...(known(SEEN, isRead) ? [SEEN] : []),
    ...(known(DRAFT, isDraft) ? [DRAFT] : []),
    ...(known(FLAGGED, flag === undefined ? null : flag?.flagStatus === 'flagged') ? [FLAGGED] : []),
    ...(known(ANSWERED, verb === undefined ? null : REPLIED.has(verb)) ? [ANSWERED] : []),
    ...(known(FORWARDED, verb === undefined ? null : verb === SENT_ON) ? [FORWARDED] : []),
    ...keywords.map(keyword).filter((one) => one !== ''),
  ]);
}

/** Outlook writes such ids in any case, and without leading zeros. */
function sameProperty(one: string, other: string): boolean {
  const plain = (id: string) => id.toLowerCase().replace('0x0', '0x');
  return plain(one) === plain(other);
}

/** A category may have blanks, which separate keywords elsewhere. */
function keyword(category: string): string {
  return oneLine(category).replaceAll(' ', '_');
}

export function messageOf(row: unknown, uid: number): RemoteMessage {
  const read = messageFields.safeParse(row);
  if (!read.success) throw unlike('a message of it lacks what every message has');
  const fields = read.data;
  const header = (name: string) =>
    fields.internetMessageHeaders?.find((one) => one.name.toLowerCase() === name)?.value ?? '';
  const size = fields.singleValueExtendedProperties?.find(({ id }) => sameProperty(id, SIZE))?.value;
  return {
    uid,
    flags: flagsOf(row, []),
    messageId: messageId(fields.internetMessageId),
    references: ancestors(header('references'), header('in-reply-to')),
    from: mailboxes(fields.from ? [fields.from] : []),
    replyTo: mailboxes(fields.replyTo),
    to: mailboxes(fields.toRecipients),
    cc: mailboxes(fields.ccRecipients),
    subject: oneLine(fields.subject ?? ''),
    date: asDate(fields.sentDateTime),
    arrived: asDate(fields.receivedDateTime) ?? new Date(0),
    size: Number(size ?? 0) || 0,
    hasAttachment: fields.hasAttachments === true,
    hasInvitation: fields['@odata.type']?.startsWith('#microsoft.graph.eventMessage') === true,
  };
}

const MOST_PEOPLE = 200;

function mailboxes(list: z.output<typeof people>): readonly Mailbox[] {
  return (list ?? [])
    .slice(0, MOST_PEOPLE)
    .map(({ emailAddress }) => ({
      name: oneLine(emailAddress?.name ?? ''),
      address: oneLine(emailAddress?.address ?? ''),
    }))
    .map(({ name, address }) => ({ name: name === address ? '' : name, address }))
    .filter(({ name, address }) => name !== '' || address !== '');
}

function asDate(text: string | null | undefined): Date | null {
  const date = text ? new Date(text) : null;
  return date && !Number.isNaN(date.getTime()) ? date : null;
}

/** What has to be written so that a message has these flags. `\Deleted` and `\Draft` are nobody's to set there. */
export function patchFor(flags: readonly string[], before: readonly string[]): object | null {
  const differs = (name: string) => hasFlag(flags, name) !== hasFlag(before, name);
  const keywords = (some: readonly string[]) => some.filter((one) => !/^[\\$]/.test(one));
  const verb = hasFlag(flags, ANSWERED) ? '102' : hasFlag(flags, FORWARDED) ? SENT_ON : '0';
  const patch = {
    ...(differs(SEEN) && { isRead: hasFlag(flags, SEEN) }),
    ...(differs(FLAGGED) && { flag: { flagStatus: hasFlag(flags, FLAGGED) ? 'flagged' : 'notFlagged' } }),
    ...(keywords(flags).join(' ') !== keywords(before).join(' ') && { categories: keywords(flags) }),
    ...((differs(ANSWERED) || differs(FORWARDED)) && {
      singleValueExtendedProperties: [{ id: LAST_VERB, value: verb }],
    }),
  };
  return Object.keys(patch).length === 0 ? null : patch;
}
