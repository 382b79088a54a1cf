import { X509Certificate } from 'node:crypto';
import type { TLSSocket } from 'node:tls';
import type { AllowList } from '../../http/allow-list.ts';
import type { MailServer } from '../../port/mail/mail-account.ts';
import type { MailTestStep, OfferedCertificate } from '../../port/mail/mail-provider.ts';
import type { MailTrouble } from '../../port/mail/mail-trouble.ts';
import { mailFailure } from '../mail-failure.ts';
import { type CheckedHost, checkedHost } from '../secure-line.ts';
import { trouble } from '../troubles.ts';
import { judgeGreeting } from './judge-greeting.ts';
import { type MailSocket, openMailSocket } from './mail-socket.ts';

/** How long a server has; a test has less. */
export interface ProbePatience {
  readonly wholeMs: number;
  /** Who has said nothing for so long is asked in other ways. */
  readonly quietMs: number;
}

const PATIENCE: ProbePatience = { wholeMs: 9_000, quietMs: 4_000 };

interface Probing {
  readonly server: MailServer;
  readonly kind: MailTestStep;
  readonly at: CheckedHost;
  readonly patience: ProbePatience;
}

/**
 * What a server is, and which certificate it shows, for a person to judge: nobody signs in, and nothing but the wish for
 * encryption is said to it. @returns null where the certificate is in order, or the line is not encrypted by choice.
 * @throws MailFailure that says what is there instead.
 */
export async function probeServer(
  server: MailServer,
  kind: MailTestStep,
  allow: AllowList,
  patience: ProbePatience = PATIENCE,
): Promise<OfferedCertificate | null> {
  try {
    const at = await checkedHost(server, allow);
    const probing = { server, kind, at, patience };
    const look = server.security === 'tls' ? lookInTls : lookInClear;
    return await look(probing);
  } catch (error) {
    throw mailFailure(error);
  }
}

async function withSocket<T>(
  { at, server }: Probing,
  ms: number,
  work: (socket: MailSocket) => Promise<T>,
): Promise<T> {
  const signal = AbortSignal.timeout(ms);
  let socket: MailSocket | null = null;
  try {
    socket = await openMailSocket(at, server.port, signal);
    return await work(socket);
  } catch (error) {
    throw signal.aborted ? QUIET : error;
  } finally {
    socket?.close();
  }
}

const QUIET = Object.assign(new Error('it says nothing'), { code: 'GREETING_TIMEOUT' });

async function lookInTls(probing: Probing): Promise<OfferedCertificate | null> {
  try {
    return await withSocket(probing, probing.patience.wholeMs, async (socket) => {
      const tls = await socket.secure(probing.server.host);
      await greeted(socket, probing.kind);
      return judged(tls);
    });
  } catch (error) {
    if (!speaksNoTls(error)) throw error;
    throw await whatInClear(probing);
  }
}

/** Whoever does not understand the first word of TLS answers in its own, or hangs up. */
function speaksNoTls(error: unknown): boolean {
  const { code } = error as { readonly code?: unknown };
  return (
    code === 'GREETING_TIMEOUT' ||
    code === 'ECONNRESET' ||
    String(code).startsWith('ERR_SSL_WRONG_VERSION') ||
    code === 'ERR_SSL_PACKET_LENGTH_TOO_LONG' ||
    code === 'ERR_SSL_TLS_GET_MORE_RECORDS'
  );
}

async function lookInClear(probing: Probing): Promise<OfferedCertificate | null> {
  const { kind, patience, server } = probing;
  try {
    return await withSocket(probing, patience.wholeMs, async (socket) => {
      await greeted(socket, kind);
      if (server.security === 'none') return null;
      await askForTls(socket, kind);
      return judged(await socket.secure(server.host));
    });
  } catch (error) {
    const { code } = error as { readonly code?: unknown };
    if (error !== QUIET && code !== 'ECONNRESET') throw error;
    throw await whatInsteadOfSilence(probing);
  }
}

/** @throws MailFailure where something else than hoped for says hello. */
async function greeted(socket: MailSocket, kind: MailTestStep): Promise<void> {
  const said = await socket.hear((some) => judgeGreeting(some, kind) !== null);
  const is = judgeGreeting(said, kind);
  if (is !== null && is !== 'right') throw trouble(is);
}

/** As far as STARTTLS (RFC 9051, 6.2.1; RFC 3207, 4). */
async function askForTls(socket: MailSocket, kind: MailTestStep): Promise<void> {
  if (kind === 'smtp') {
    socket.say('EHLO [127.0.0.1]');
    await socket.hear((said) => /^(?:250|[45]\d\d) .*\r?\n/m.test(said));
  }
  socket.say(kind === 'smtp' ? 'STARTTLS' : 'a STARTTLS');
  const done = kind === 'smtp' ? /^(220|[45]\d\d)[ -].*\r?\n/m : /^a (OK|NO|BAD)\b.*\r?\n/im;
  const answer = await socket.hear((said) => done.test(said));
  const [, verdict = ''] = done.exec(answer) ?? [];
  if (!/^(?:220|OK)$/i.test(verdict)) throw trouble('no-encryption');
}

/** Of a port that does not speak TLS from the first byte. */
async function whatInClear(probing: Probing): Promise<Error> {
  try {
    await withSocket(probing, probing.patience.quietMs, (socket) => greeted(socket, probing.kind));
    return trouble('wants-starttls');
  } catch (error) {
    return error === QUIET ? whatWhenAsked(probing) : mailFailure(error);
  }
}

/** Of one that says nothing by itself: it waits for TLS, or for the question of a browser. */
async function whatInsteadOfSilence(probing: Probing): Promise<Error> {
  const spoken = await withSocket(probing, probing.patience.quietMs, (socket) =>
    socket.secure(probing.server.host),
  ).then(
    () => true,
    () => false,
  );
  return spoken ? trouble('wants-tls') : whatWhenAsked(probing);
}

async function whatWhenAsked(probing: Probing): Promise<Error> {
  try {
    const said = await withSocket(probing, probing.patience.quietMs, async (socket) => {
      socket.say('GET / HTTP/1.0\r\n');
      return socket.hear((some) => judgeGreeting(some, probing.kind) !== null);
    });
    const is: MailTrouble | 'right' | null = judgeGreeting(said, probing.kind);
    return trouble(is === null || is === 'right' ? 'silent' : is);
  } catch {
    return trouble('silent');
  }
}

function judged(tls: TLSSocket): OfferedCertificate | null {
  if (tls.authorized) return null;
  // Nobody can accept one that is over: the lines that are used do not take it.
  if (String(tls.authorizationError).includes('CERT_HAS_EXPIRED')) throw trouble('certificate-expired');
  const raw = tls.getPeerX509Certificate()?.raw;
  if (!raw) return null;
  const shown = new X509Certificate(raw);
  const { fingerprint256: fingerprint, subject, issuer, validTo } = shown;
  return { fingerprint, certificate: shown.toString(), subject, issuer, validTo };
}
