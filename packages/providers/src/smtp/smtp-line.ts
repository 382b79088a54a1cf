import type { RefusedRecipient, SendResult } from '@atelier/mail/outgoing/outgoing-state';
import type { AllowList } from '../http/allow-list.ts';
import { mailFailure } from '../mail/mail-failure.ts';
import { checkedHost, tlsOptions } from '../mail/secure-line.ts';
import { type LineSignIn, signedInLine } from '../mail/sign-in-line.ts';
import type { LineReach, MailAccess, MailServer } from '../port/mail/mail-account.ts';
import type { OutgoingSource } from '../port/mail/mail-provider.ts';

const CONNECT_MS = 10_000;
const GREETING_MS = 10_000;
/** A server that looks through a large mail before it answers takes its time (RFC 5321, 4.5.3.2.6: ten minutes). */
const ANSWER_MS = 300_000;

/** How long the server has; a test has less. */
export interface SmtpPatience {
  readonly answerMs: number;
}

/** Hands a mail over to the account's own server, once. Whatever happens is an answer, never an error (M3). */
export async function sendBySmtp(
  access: MailAccess<LineReach>,
  allow: AllowList,
  { from, recipients, source }: OutgoingSource,
  { answerMs }: SmtpPatience = { answerMs: ANSWER_MS },
): Promise<SendResult> {
  const point = { passed: false };
  const hand = async (signIn: LineSignIn): Promise<SendResult> => {
    try {
      const transport = await openTransport(access.reach.smtp, signIn, allow, answerMs, (line) => {
        // The server takes the mail itself from here on (RFC 5321, 4.2.1): what breaks later may have been sent.
        if (line.startsWith('354')) point.passed = true;
      });
      try {
        const sent = await transport.sendMail({
          envelope: { from, to: [...recipients] },
          raw: Buffer.from(source),
        });
        return { kind: 'accepted', refused: refusedOf(sent) };
      } finally {
        transport.close();
      }
    } catch (error) {
      // A sign-in that is refused comes before anything was said of the mail: it may be renewed, and tried once more.
      if ((error as SmtpError).code === 'EAUTH' && !point.passed) throw error;
      return failedResult(error, point.passed);
    }
  };
  return signedInLine(access, hand).catch((error: unknown) => failedResult(error, point.passed));
}

/** @throws ProviderFailure */
export async function testSmtp(access: MailAccess<LineReach>, allow: AllowList): Promise<void> {
  await signedInLine(access, async (signIn) => {
    const transport = await openTransport(access.reach.smtp, signIn, allow, GREETING_MS, () => undefined);
    try {
      await transport.verify();
    } finally {
      transport.close();
    }
  });
}

async function openTransport(
  smtp: MailServer,
  signIn: LineSignIn,
  allow: AllowList,
  answerMs: number,
  heard: (line: string) => void,
) {
  const { address, servername } = await checkedHost(smtp, allow);
  const { createTransport } = await import('nodemailer');
  return createTransport({
    host: address,
    port: smtp.port,
    secure: smtp.security === 'tls',
    requireTLS: smtp.security === 'starttls',
    ignoreTLS: smtp.security === 'none',
    tls: { ...tlsOptions(smtp), ...(servername !== false && { servername }) },
    auth: 'pass' in signIn ? signIn : { type: 'OAuth2', ...signIn },
    connectionTimeout: CONNECT_MS,
    greetingTimeout: GREETING_MS,
    socketTimeout: answerMs,
    disableFileAccess: true,
    disableUrlAccess: true,
    // The library's own errors do not say how far it came; what the server said does.
    debug: true,
    logger: listener(heard),
  });
}

/** Hears what the server says, and writes nothing anywhere. */
function listener(heard: (line: string) => void) {
  const none = () => undefined;
  const debug = (about: { readonly tnx?: unknown }, message: unknown) => {
    if (about.tnx === 'server' && typeof message === 'string') heard(message);
  };
  return { level: none, trace: none, info: none, warn: none, error: none, fatal: none, debug };
}

interface Rejections {
  readonly rejectedErrors?: readonly unknown[] | undefined;
}

function refusedOf({ rejectedErrors = [] }: Rejections): readonly RefusedRecipient[] {
  return rejectedErrors.flatMap((error) => {
    const { recipient, response } = error as { readonly recipient?: unknown; readonly response?: unknown };
    return typeof recipient === 'string' ? [{ address: recipient, reason: said(response) }] : [];
  });
}

interface SmtpError extends Rejections {
  readonly code?: string;
  readonly response?: unknown;
  readonly responseCode?: number;
}

function failedResult(error: unknown, passed: boolean): SendResult {
  const { responseCode, response } = error as SmtpError;
  // A final answer of the server's is an answer, whenever it comes.
  if (responseCode !== undefined && responseCode >= 500 && responseCode !== 535)
    return { kind: 'refused', refused: refusedOf(error as SmtpError), reason: said(response) };
  if (responseCode !== undefined && responseCode >= 400) return { kind: 'not-sent', reason: said(response) };
  const { message } = mailFailure(error);
  return passed ? { kind: 'unknown', reason: message } : { kind: 'not-sent', reason: message };
}

/** A server's words, as they may be shown. */
function said(response: unknown): string {
  const text = typeof response === 'string' ? response : '';
  return text
    .replaceAll(/[\s\p{C}]+/gu, ' ')
    .trim()
    .slice(0, 300);
}
