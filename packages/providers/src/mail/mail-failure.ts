import { failureFromError } from '../http/classify.ts';
import { ProviderFailure } from '../port/failure.ts';
import { MailFailure, type MailTrouble } from '../port/mail/mail-trouble.ts';
import { trouble } from './troubles.ts';

/** What a library for mail says of itself in its errors. */
interface Told {
  readonly code?: unknown;
  readonly authenticationFailed?: unknown;
  readonly serverResponseCode?: unknown;
  readonly responseText?: unknown;
  readonly response?: unknown;
  readonly responseStatus?: unknown;
  readonly responseCode?: unknown;
  readonly throttleReset?: unknown;
}

/** By what a server says beside its refusal (RFC 5530, 3): the password may be right although it turns somebody away. */
const BY_RESPONSE: ReadonlyMap<string, MailTrouble> = new Map([
  ['LIMIT', 'too-many'],
  ['INUSE', 'too-many'],
  ['UNAVAILABLE', 'later'],
  ['THROTTLED', 'later'],
  ['OVERQUOTA', 'later'],
]);

const BY_CODE: ReadonlyMap<string, MailTrouble> = new Map([
  ['ETHROTTLE', 'later'],
  ['ETLS', 'no-encryption'],
  ['STARTTLS_INJECTION', 'no-encryption'],
  ['GREETING_TIMEOUT', 'silent'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'wants-starttls'],
  ['ERR_SSL_PACKET_LENGTH_TOO_LONG', 'wants-starttls'],
  ['ERR_SSL_UNSUPPORTED_PROTOCOL', 'old-encryption'],
  ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'old-encryption'],
  ['EPROTOCOL', 'other-service'],
  ['ERR_TLS_CERT_CHANGED', 'certificate-changed'],
  ['CERT_HAS_EXPIRED', 'certificate-expired'],
  ['ENOTFOUND', 'no-name'],
  ['EAI_AGAIN', 'no-name'],
  ['ECONNREFUSED', 'closed'],
  ['EHOSTUNREACH', 'closed'],
  ['ENETUNREACH', 'closed'],
  ['ETIMEOUT', 'slow'],
  ['ETIMEDOUT', 'slow'],
  ['CONNECT_TIMEOUT', 'slow'],
  ['UPGRADE_TIMEOUT', 'slow'],
  ['NoConnection', 'broken-off'],
  ['EConnectionClosed', 'broken-off'],
  ['ECONNRESET', 'broken-off'],
  ['EPIPE', 'broken-off'],
  ['ECONNECTION', 'broken-off'],
  ['ClosedAfterConnectTLS', 'broken-off'],
  ['ClosedAfterConnectText', 'broken-off'],
  ['LineTooLarge', 'too-large'],
  ['LiteralTooLarge', 'too-large'],
  ['ResponseTooLarge', 'too-large'],
  ['TooManyTokens', 'too-large'],
]);

/** One table for IMAP and SMTP. What a server says in its own words stays out: it may hold anything. */
export function mailFailure(error: unknown): ProviderFailure {
  if (error instanceof MailFailure) return error;
  if (error instanceof ProviderFailure) return asMail(error);
  if (!(error instanceof Error)) return trouble('broken-off');
  const { code, authenticationFailed, serverResponseCode, responseStatus, throttleReset } = error as Told;
  const response = typeof serverResponseCode === 'string' ? serverResponseCode.toUpperCase() : '';
  const turnedAway = BY_RESPONSE.get(response);
  if (turnedAway) return trouble(turnedAway);
  if (code === 'ETHROTTLE' && typeof throttleReset === 'number')
    return trouble('later', { retryAfterMs: throttleReset });
  if (authenticationFailed === true || code === 'EAUTH') return trouble(refusedSignIn(error as Told));
  if (response === 'NONEXISTENT' || response === 'TRYCREATE') return notThere();
  if (typeof code === 'string' && code.startsWith('ParserError')) return trouble('unreadable');
  const known = typeof code === 'string' ? BY_CODE.get(code) : undefined;
  if (known) return trouble(known);
  if (/STARTTLS/.test(error.message)) return trouble('no-encryption');
  if (responseStatus === 'NO' || responseStatus === 'BAD') return trouble('refused');
  return asMail(failureFromError(error));
}

/** Why somebody is not let in, as far as a server's own words tell; they are looked at, and shown to nobody. */
function refusedSignIn({ responseCode, responseText, response }: Told): MailTrouble {
  const said = `${String(responseText ?? '')} ${String(response ?? '')}`.toLowerCase();
  // A 4xx is no verdict on the password (RFC 4954, 6: 454).
  if (typeof responseCode === 'number' && responseCode >= 400 && responseCode < 500) return 'later';
  if (/too many|maximum number of connections|connection limit|simultaneous/.test(said)) return 'too-many';
  if (/app(?:lication)?[- ]specific|app[- ]password/.test(said)) return 'app-password';
  if (/imap (?:access )?(?:is )?(?:disabled|not enabled)|smtpclientauthentication is disabled/.test(said))
    return 'not-allowed';
  return 'password';
}

/** What the guards and the system say of an address, in the words of mail. */
function asMail(failure: ProviderFailure): ProviderFailure {
  if (failure.kind === 'refused-address') return trouble('refused-host');
  if (failure.kind === 'timeout') return trouble('slow');
  if (failure.kind === 'unreachable' && /certificate/i.test(failure.message)) return trouble('certificate');
  return failure;
}

export function notThere(): ProviderFailure {
  return new ProviderFailure(
    'not-found',
    'This folder is no longer at the mail server.',
    'It was deleted or renamed in another program; what is here follows by itself.',
  );
}

export function messageTooLarge(): ProviderFailure {
  return trouble('too-large');
}
