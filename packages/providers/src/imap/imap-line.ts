import type { ImapFlow } from 'imapflow';
import type { AllowList } from '../http/allow-list.ts';
import { checkedHost, tlsOptions } from '../mail/secure-line.ts';
import { type LineSignIn, signedInLine } from '../mail/sign-in-line.ts';
import type { LineReach, MailAccess, MailServer } from '../port/mail/mail-account.ts';

const GREETING_MS = 8_000;
const CONNECT_MS = 10_000;
/** Longer than any command that goes well; a line on which nothing comes for so long is dead. */
const SOCKET_MS = 90_000;
/** Servers drop who is silent for half an hour (RFC 2177), some after ten minutes. */
const IDLE_MS = 240_000;
const MOST_BYTES = 50 * 1024 * 1024;

/**
 * Opens a line to the server and signs in. Encryption that was chosen is never done without: a server, or somebody on the
 * way, that offers none is given no password.
 * @throws ProviderFailure
 */
export function openLine(access: MailAccess<LineReach>, allow: AllowList): Promise<ImapFlow> {
  return signedInLine(access, (signIn) => openOnce(access.reach.imap, signIn, allow));
}

async function openOnce(imap: MailServer, signIn: LineSignIn, allow: AllowList): Promise<ImapFlow> {
  const { address, servername } = await checkedHost(imap, allow);
  // Loaded with the first line: most processes open none.
  const { ImapFlow } = await import('imapflow');
  const line = new ImapFlow({
    host: address,
    port: imap.port,
    ...(servername !== false && { servername }),
    secure: imap.security === 'tls',
    doSTARTTLS: imap.security === 'starttls',
    tls: tlsOptions(imap),
    auth: signIn,
    logger: false,
    qresync: true,
    disableAutoIdle: true,
    maxIdleTime: IDLE_MS,
    greetingTimeout: GREETING_MS,
    connectionTimeout: CONNECT_MS,
    socketTimeout: SOCKET_MS,
    maxLiteralSize: MOST_BYTES,
    maxResponseSize: MOST_BYTES,
    clientInfo: { name: 'Atelier' },
  });
  // Without a listener it would end the process; whatever is under way fails by itself.
  line.on('error', () => undefined);
  await line.connect();
  return line;
}
