import { failureFromError } from '../http/classify.ts';
import { ProviderFailure } from '../port/failure.ts';

/** What a library for mail says of itself in its errors. */
interface Told {
  readonly code?: unknown;
  readonly authenticationFailed?: unknown;
  readonly serverResponseCode?: unknown;
  readonly responseStatus?: unknown;
  readonly responseCode?: unknown;
  readonly throttleReset?: unknown;
}

const LATER = 'It will be tried again by itself.';
const CREDENTIALS = new ProviderFailure(
  'credentials',
  'The mail server does not accept this user name and password.',
  'Check both; where two-factor sign-in is on, an app password is needed instead of the usual one.',
);
const BUSY = new ProviderFailure('throttled', 'The mail server asks to be left alone for a while.', LATER);
const NO_TLS = new ProviderFailure(
  'wrong-service',
  'The mail server offers no encryption here, so no password was sent.',
  'Try TLS at port 993 (to read) or 465 (to send).',
);
const NO_MAIL = new ProviderFailure(
  'wrong-service',
  'Something answers there, but no mail server; or it wants TLS at this port.',
  'Check the port: 993 or 465 with TLS, 143 or 587 with STARTTLS.',
);
const CHANGED = new ProviderFailure(
  'unreachable',
  'The certificate of the mail server is another one than the one that was accepted.',
  'Have whoever runs the server confirm it, then connect the account again.',
);
const SLOW = new ProviderFailure('timeout', 'The mail server took too long to answer.', LATER);
const GONE = new ProviderFailure('unreachable', 'The connection to the mail server broke off.', LATER);
const LARGE = new ProviderFailure(
  'too-large',
  'The mail server sent more than is safe to read.',
  'Open this message in another mail program.',
);
const REFUSED = new ProviderFailure('server-error', 'The mail server did not do it.', LATER);

/** Codes with which a server turns somebody away for now, although the password may be right (RFC 5530, 3). */
const NOT_NOW = new Set(['LIMIT', 'UNAVAILABLE', 'INUSE', 'THROTTLED', 'OVERQUOTA']);

const BY_CODE: ReadonlyMap<string, ProviderFailure> = new Map([
  ['EAUTH', CREDENTIALS],
  ['ETHROTTLE', BUSY],
  ['ETLS', NO_TLS],
  ['GREETING_TIMEOUT', NO_MAIL],
  ['ERR_SSL_WRONG_VERSION_NUMBER', NO_MAIL],
  ['EPROTOCOL', NO_MAIL],
  ['ERR_TLS_CERT_CHANGED', CHANGED],
  ['ETIMEOUT', SLOW],
  ['ETIMEDOUT', SLOW],
  ['CONNECT_TIMEOUT', SLOW],
  ['UPGRADE_TIMEOUT', SLOW],
  ['NoConnection', GONE],
  ['EConnectionClosed', GONE],
  ['ECONNECTION', GONE],
  ['ClosedAfterConnectTLS', GONE],
  ['ClosedAfterConnectText', GONE],
  ['LineTooLarge', LARGE],
  ['LiteralTooLarge', LARGE],
  ['ResponseTooLarge', LARGE],
  ['TooManyTokens', LARGE],
]);

/** One table for IMAP and SMTP. What a server says in its own words stays out: it may hold anything. */
export function mailFailure(error: unknown): ProviderFailure {
  if (error instanceof ProviderFailure) return error;
  if (!(error instanceof Error)) return GONE;
  const { code, authenticationFailed, serverResponseCode, responseStatus, throttleReset } = error as Told;
  const response = typeof serverResponseCode === 'string' ? serverResponseCode.toUpperCase() : '';
  if (NOT_NOW.has(response)) return BUSY;
  if (code === 'ETHROTTLE' && typeof throttleReset === 'number') return throttledFor(throttleReset);
  if (authenticationFailed === true) return CREDENTIALS;
  if (response === 'NONEXISTENT' || response === 'TRYCREATE') return notThere();
  if (typeof code === 'string' && code.startsWith('ParserError')) return NO_MAIL;
  const known = typeof code === 'string' ? BY_CODE.get(code) : undefined;
  if (known) return known;
  if (/STARTTLS/.test(error.message)) return NO_TLS;
  if (responseStatus === 'NO' || responseStatus === 'BAD') return REFUSED;
  return failureFromError(error);
}

function throttledFor(ms: number): ProviderFailure {
  return new ProviderFailure('throttled', BUSY.message, BUSY.hint, { retryAfterMs: ms });
}

export function notThere(): ProviderFailure {
  return new ProviderFailure(
    'not-found',
    'This folder is no longer at the mail server.',
    'It was deleted or renamed in another program; what is here follows by itself.',
  );
}

export function messageTooLarge(): ProviderFailure {
  return LARGE;
}
