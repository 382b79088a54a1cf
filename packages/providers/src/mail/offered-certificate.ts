import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import type { AllowList } from '../http/allow-list.ts';
import { startDeadline } from '../http/deadline.ts';
import type { MailServer } from '../port/mail/mail-account.ts';
import type { MailTestStep, OfferedCertificate } from '../port/mail/mail-provider.ts';
import { mailFailure } from './mail-failure.ts';
import { checkedHost } from './secure-line.ts';

const PATIENCE_MS = 10_000;
const MOST_LETTERS = 10_000;

/**
 * The certificate that a server shows, for a person to judge: nobody signs in, and nothing but the wish for encryption is
 * said to it. @returns null where it is in order, or where the line is not encrypted. @throws ProviderFailure
 */
export async function offeredCertificate(
  server: MailServer,
  kind: MailTestStep,
  allow: AllowList,
): Promise<OfferedCertificate | null> {
  if (server.security === 'none') return null;
  using deadline = startDeadline(PATIENCE_MS);
  const { signal } = deadline;
  let socket: Socket | null = null;
  try {
    const { address, servername } = await checkedHost(server, allow);
    socket = connect({ host: address, port: server.port });
    await once(socket, 'connect', { signal });
    if (server.security === 'starttls') await askForTls(socket, kind, signal);
    const secure = connectTls({
      socket,
      // Looked at, not trusted: nothing is said on this line.
      rejectUnauthorized: false,
      ...(servername !== false && { servername }),
    });
    await once(secure, 'secureConnect', { signal });
    return secure.authorized ? null : described(secure);
  } catch (error) {
    throw mailFailure(signal.aborted ? signal.reason : error);
  } finally {
    socket?.destroy();
  }
}

function described(secure: TLSSocket): OfferedCertificate | null {
  const raw = secure.getPeerX509Certificate()?.raw;
  if (!raw) return null;
  const { fingerprint256: fingerprint, subject, issuer, validTo } = new X509Certificate(raw);
  return { fingerprint, certificate: new X509Certificate(raw).toString(), subject, issuer, validTo };
}

/** As far as STARTTLS (RFC 9051, 6.2.1; RFC 3207, 4). */
async function askForTls(socket: Socket, kind: MailTestStep, signal: AbortSignal): Promise<void> {
  await hear(socket, kind === 'imap' ? /^\* (?:OK|PREAUTH).*\r\n/ : /^220 .*\r\n/m, signal);
  if (kind === 'smtp') {
    socket.write('EHLO [127.0.0.1]\r\n');
    await hear(socket, /^250 .*\r\n/m, signal);
    socket.write('STARTTLS\r\n');
    await hear(socket, /^220 .*\r\n/m, signal);
  } else {
    socket.write('a STARTTLS\r\n');
    await hear(socket, /^a OK .*\r\n/m, signal);
  }
}

async function hear(socket: Socket, hoped: RegExp, signal: AbortSignal): Promise<void> {
  let heard = '';
  while (!hoped.test(heard)) {
    if (heard.length > MOST_LETTERS || /^(?:a (?:NO|BAD)|[45]\d\d[ -])/m.test(heard))
      throw Object.assign(new Error('no STARTTLS'), { code: 'ETLS' });
    const [piece] = (await once(socket, 'data', { signal })) as [Buffer];
    heard += piece.toString('latin1');
  }
}
