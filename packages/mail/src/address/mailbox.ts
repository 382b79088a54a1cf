/** Somebody who writes or is written to (RFC 5322, 3.4). The name is decoded, and empty where there is none. */
export interface Mailbox {
  readonly name: string;
  /** As it was written; compared with `sameAddress`. */
  readonly address: string;
}

/** Longer than any address that can be delivered (RFC 5321, 4.5.3.1). */
const MOST_LETTERS = 254;

/** Exactly one address that can stand in an envelope: no list, no route, no line end, nothing to be parsed. */
export function isAddress(text: string): boolean {
  return text.length <= MOST_LETTERS && /^[^\s\p{C}@,;:<>()[\]\\"]+@[^\s\p{C}@,;:<>()[\]\\"]+$/u.test(text);
}

/** The domain of an address, in small letters. */
export function hostOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

/** Domains have no case; that of the rest nobody keeps to either. */
export function addressKey(address: string): string {
  return address.trim().toLowerCase();
}

export function sameAddress(one: string, other: string): boolean {
  return addressKey(one) === addressKey(other);
}

/** Each address once, in the order in which they came. */
export function uniqueMailboxes(mailboxes: readonly Mailbox[]): readonly Mailbox[] {
  const seen = new Set<string>();
  return mailboxes.filter(({ address }) => {
    const key = addressKey(address);
    return !seen.has(key) && seen.add(key);
  });
}

/** As people read and type it: `Ann Lee <ann@studio.test>`. */
export function writtenMailbox({ name, address }: Mailbox): string {
  if (name === '' || name === address) return address;
  const quoted = /^[\p{L}\p{N} .'’_-]+$/u.test(name) ? name : `"${name.replaceAll(/[\\"]/g, '\\$&')}"`;
  return `${quoted} <${address}>`;
}

/** A name that is itself an address, and not that of whoever wrote: how people are deceived. */
export function namesOther({ name, address }: Mailbox): boolean {
  const named = /[^\s<>()"']+@[^\s<>()"'.]+\.[^\s<>()"']+/.exec(name)?.[0];
  return named !== undefined && !sameAddress(named, address);
}
