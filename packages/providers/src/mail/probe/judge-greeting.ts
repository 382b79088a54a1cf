import type { MailTestStep } from '../../port/mail/mail-provider.ts';
import type { MailTrouble } from '../../port/mail/mail-trouble.ts';

/**
 * What the first words of a server tell of it. Pure.
 * @returns `right` for one of the protocol that was hoped for; null while it cannot be told yet.
 */
export function judgeGreeting(said: string, hoped: MailTestStep): 'right' | MailTrouble | null {
  const is = serverOf(said);
  if (is === null) return null;
  if (is === hoped) return 'right';
  if (is === 'smtp') return 'sends';
  return is === 'imap' ? 'reads' : is;
}

const GREETINGS: readonly (readonly [RegExp, MailTestStep | MailTrouble])[] = [
  [/^\* (?:OK|PREAUTH)\b/i, 'imap'],
  [/^\* BYE\b/i, 'later'],
  [/^220[ -]/, 'smtp'],
  [/^(?:421|450|451)[ -]/, 'later'],
  [/^5\d\d[ -]/, 'refused'],
  [/^(?:\+OK|-ERR)\b/, 'pop3'],
  [/^SSH-/, 'ssh'],
  [/^(?:HTTP\/\d|\s*<(?:!doctype|html))/i, 'web'],
  // An alert or a handshake of TLS itself (RFC 8446, 5.1).
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the bytes of the protocol
  [/^[\x15\x16]\x03/, 'wants-tls'],
];

/** As many letters as every greeting needs to be told from the others. */
const ENOUGH = 16;

function serverOf(said: string): MailTestStep | MailTrouble | null {
  const found = GREETINGS.find(([shape]) => shape.test(said));
  if (found) return found[1];
  return said.length >= ENOUGH || said.includes('\n') ? 'other-service' : null;
}
