import type { Email } from 'postal-mime';
import { addressKey, isAddress } from '../address/mailbox.ts';
import { oneLine } from '../text/one-line.ts';

/** Where a message comes from, beside what stands in From. */
export interface MailOrigin {
  /** Who handed it over, where that is said to be another (RFC 5322, 3.6.2). */
  readonly sender: string | null;
  /** Which server checked it last, as it calls itself (RFC 8601, 2.5); null where none did. */
  readonly checkedBy: string | null;
  /** What it says of the domain in From (RFC 7489): `pass`, `fail` and the like. */
  readonly dmarc: string | null;
}

/**
 * The header that stands first was added last, by the server that took the message in. Any below may have come with it,
 * and so may the first one, where that server adds none: see `isVouchedFor`.
 */
export function mailOrigin({ sender, headers }: Pick<Email, 'sender' | 'headers'>): MailOrigin {
  const address = oneLine(sender?.address ?? '');
  const checks = headers.find(({ key }) => key === 'authentication-results')?.value.slice(0, MOST_LETTERS);
  const plain = checks?.replaceAll(/\([^()]*\)/g, ' ');
  return {
    sender: isAddress(address) ? addressKey(address) : null,
    checkedBy: /^\s*([\w.-]{1,253})/.exec(plain ?? '')?.[1]?.toLowerCase() ?? null,
    dmarc: /(?:^|;)\s*dmarc\s*=\s*([a-z]{1,20})/i.exec(plain ?? '')?.[1]?.toLowerCase() ?? null,
  };
}

const MOST_LETTERS = 10_000;

/** The domain in From disowns the message. Nobody says so of their own, and nobody does where nothing is known. */
export function isDisowned(origin: Pick<MailOrigin, 'dmarc'> | null): boolean {
  return origin?.dmarc === 'fail';
}

/**
 * The domain in From vouches for the message, by the word of the server that the mailbox is at, not of whoever wrote it.
 * @param hosts the mailbox's own servers and domain.
 */
export function isVouchedFor({ checkedBy, dmarc }: MailOrigin, hosts: readonly string[]): boolean {
  if (dmarc !== 'pass' || checkedBy === null) return false;
  const checker = organisation(checkedBy);
  return hosts.some((host) => organisation(host.toLowerCase()) === checker);
}

/** Of `mx1.mail.example.org` what belongs to one owner, as far as two labels tell; under `co.uk` and its like three. */
function organisation(host: string): string {
  const labels = host.split('.');
  const short = labels.length > 2 && /^(?:ac|co|com|gov|net|org)$/.test(labels.at(-2) ?? '');
  const own = labels.slice(short ? -3 : -2).join('.');
  return own === 'googlemail.com' || own === 'gmail.com' ? 'google.com' : own;
}
