import type { Mailbox } from '@atelier/mail/address/mailbox';
import { keptFlags } from '@atelier/mail/flags/flag-edit';
import { oneLine } from '@atelier/mail/text/one-line';
import { ancestors, messageId } from '@atelier/mail/thread/message-ids';
import type { FetchMessageObject, MessageAddressObject, MessageStructureObject } from 'imapflow';
import type { RemoteMessage } from '../port/mail/mail-provider.ts';

/** What is asked for of each message of a list: one answer of the server's, without a body. */
export const LISTED = {
  uid: true,
  flags: true,
  envelope: true,
  internalDate: true,
  size: true,
  bodyStructure: true,
  headers: ['references'],
};

const MOST_PEOPLE = 200;

export function remoteMessage(fetched: FetchMessageObject): RemoteMessage {
  const { uid, envelope, size = 0, bodyStructure } = fetched;
  const leaves = bodyStructure ? leavesOf(bodyStructure) : [];
  return {
    uid,
    flags: keptFlags(fetched.flags ?? []),
    messageId: messageId(envelope?.messageId),
    references: ancestors(fetched.headers?.toString('latin1') ?? '', envelope?.inReplyTo ?? ''),
    from: people(envelope?.from),
    replyTo: people(envelope?.replyTo),
    to: people(envelope?.to),
    cc: people(envelope?.cc),
    subject: oneLine(envelope?.subject ?? ''),
    date: asDate(envelope?.date),
    arrived: asDate(fetched.internalDate) ?? new Date(0),
    size,
    hasAttachment: leaves.some(isAttachment),
    hasInvitation: leaves.some(({ type }) => type.toLowerCase() === 'text/calendar'),
  };
}

function people(addresses: readonly MessageAddressObject[] = []): readonly Mailbox[] {
  return addresses
    .slice(0, MOST_PEOPLE)
    .map(({ name = '', address = '' }) => ({ name: oneLine(name), address: oneLine(address) }))
    .filter(({ name, address }) => name !== '' || address !== '');
}

function asDate(date: Date | string | undefined): Date | null {
  const read = date === undefined ? null : new Date(date);
  return read && !Number.isNaN(read.getTime()) ? read : null;
}

function leavesOf(node: MessageStructureObject): readonly MessageStructureObject[] {
  return node.childNodes && node.type !== 'message/rfc822' ? node.childNodes.flatMap(leavesOf) : [node];
}

/** A picture that the text shows is none, as far as the structure tells. */
function isAttachment({
  type,
  disposition,
  dispositionParameters,
  parameters,
  id,
}: MessageStructureObject): boolean {
  if (disposition?.toLowerCase() === 'attachment' || type.toLowerCase() === 'message/rfc822') return true;
  const named = dispositionParameters?.filename ?? parameters?.name;
  return named !== undefined && !(type.toLowerCase().startsWith('image/') && id !== undefined);
}
