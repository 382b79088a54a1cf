import { addressKey, type Mailbox, sameAddress } from '../address/mailbox.ts';
import { isDisowned, isVouchedFor, type MailOrigin } from './mail-origin.ts';

/** Whether a message comes from the address that it names. */
export type SenderTrust =
  /** The domain says so, by the word of the mailbox's own server. */
  | 'vouched'
  /** The domain says that it does not. */
  | 'disowned'
  /** Nobody has said anything that counts. */
  | 'unknown';

export function senderTrust(origin: MailOrigin | null, hosts: readonly string[]): SenderTrust {
  if (!origin) return 'unknown';
  if (isDisowned(origin)) return 'disowned';
  return isVouchedFor(origin, hosts) ? 'vouched' : 'unknown';
}

/** Answers would go to another domain than the one that wrote: how people are led away. */
export function answersElsewhere(from: readonly Mailbox[], replyTo: readonly Mailbox[]): Mailbox | null {
  const own = from.map(({ address }) => domainOf(address));
  return replyTo.find(({ address }) => address !== '' && !own.includes(domainOf(address))) ?? null;
}

/** The other side of a message: who wrote it, or whom one has written to oneself. */
export function otherSide(
  { from, to }: { readonly from: readonly Mailbox[]; readonly to: readonly Mailbox[] },
  own: readonly string[],
): Mailbox | null {
  const isOwn = ({ address }: Mailbox) => own.some((one) => sameAddress(one, address));
  const [writer] = from;
  return (writer && !isOwn(writer) ? writer : to.find((one) => !isOwn(one))) ?? null;
}

function domainOf(address: string): string {
  return addressKey(address).split('@').at(-1) ?? '';
}
