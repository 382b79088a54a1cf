import { type FailureKind, ProviderFailure } from '../port/failure.ts';
import { BodyRefusedError } from './decoded-body.ts';
import { RefusedAddressError } from './guarded-lookup.ts';
import { retryAfterMs } from './retry-after.ts';

/** One line of the table: what happened, in words for the person whose calendar it is. */
interface Verdict {
  readonly kind: FailureKind;
  readonly message: string;
  readonly hint: string;
}

const TRY_LATER = 'It will be tried again by itself.';
const CHECK_HOST = 'Check the address for typing mistakes and whether the server is running.';

/** Refused and unanswered connections read alike, so that nobody can map a network by typing addresses. */
const NO_CONNECTION: Verdict = {
  kind: 'unreachable',
  message: 'The server cannot be reached.',
  hint: CHECK_HOST,
};
const NO_SUCH_NAME: Verdict = {
  kind: 'unreachable',
  message: 'There is no server of this name.',
  hint: CHECK_HOST,
};
const BROKEN: Verdict = {
  kind: 'unreachable',
  message: 'The connection broke off before the answer was complete.',
  hint: TRY_LATER,
};
const TOO_SLOW: Verdict = {
  kind: 'timeout',
  message: 'The server took too long to answer.',
  hint: TRY_LATER,
};
const TLS: Verdict = {
  kind: 'unreachable',
  message:
    'A secure connection could not be made: the certificate of the server is not valid for this address.',
  hint: 'Ask whoever runs the server to renew or correct its certificate.',
};
const TOO_LARGE: Verdict = {
  kind: 'too-large',
  message: 'The answer of the server is larger than is safe to read.',
  hint: 'Ask whoever runs the server what is unusual about this calendar.',
};
const UNDECODABLE: Verdict = {
  kind: 'malformed',
  message: 'The answer of the server arrived damaged.',
  hint: TRY_LATER,
};
const REFUSED: Verdict = {
  kind: 'refused-address',
  message: 'This address belongs to a private network, which Atelier does not connect to.',
  hint: 'If the server stands in your own network, whoever runs Atelier can add it to the allowed addresses.',
};

const BY_CODE: ReadonlyMap<string, Verdict> = new Map([
  ['ECONNREFUSED', NO_CONNECTION],
  ['EHOSTUNREACH', NO_CONNECTION],
  ['ENETUNREACH', NO_CONNECTION],
  ['EHOSTDOWN', NO_CONNECTION],
  ['EADDRNOTAVAIL', NO_CONNECTION],
  ['EACCES', NO_CONNECTION],
  ['EPERM', NO_CONNECTION],
  ['ETIMEDOUT', NO_CONNECTION],
  ['UND_ERR_CONNECT_TIMEOUT', NO_CONNECTION],
  ['ENOTFOUND', NO_SUCH_NAME],
  ['ENODATA', NO_SUCH_NAME],
  [
    'EAI_AGAIN',
    { ...NO_SUCH_NAME, message: 'The name of the server could not be looked up.', hint: TRY_LATER },
  ],
  ['UND_ERR_HEADERS_TIMEOUT', TOO_SLOW],
  ['UND_ERR_BODY_TIMEOUT', TOO_SLOW],
  ['UND_ERR_HEADERS_OVERFLOW', TOO_LARGE],
  ['UND_ERR_RES_CONTENT_LENGTH_MISMATCH', BROKEN],
]);

const BY_REASON: Readonly<Record<BodyRefusedError['reason'], Verdict>> = {
  'too-large': TOO_LARGE,
  'too-slow': TOO_SLOW,
  undecodable: UNDECODABLE,
};

/** Whatever a socket, a lookup, a decoder or a deadline threw. A ProviderFailure passes as it is. */
export function failureFromError(error: unknown): ProviderFailure {
  if (error instanceof ProviderFailure) return error;
  const { kind, message, hint } = verdictOnError(error);
  return new ProviderFailure(kind, message, hint);
}

function verdictOnError(error: unknown): Verdict {
  if (error instanceof RefusedAddressError) return REFUSED;
  if (error instanceof BodyRefusedError) return BY_REASON[error.reason];
  if (error instanceof DOMException && error.name === 'TimeoutError') return TOO_SLOW;
  const code = codeOf(error);
  return BY_CODE.get(code) ?? (isTlsCode(code) ? TLS : BROKEN);
}

function codeOf(error: unknown): string {
  // Several addresses tried in vain come as one AggregateError; any of them tells the story.
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** OpenSSL's verification results and Node's own TLS errors; there are too many to list one by one. */
function isTlsCode(code: string): boolean {
  return /^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|EPROTO$|HOSTNAME_MISMATCH)/.test(code);
}

/** What an HTTP status other than the hoped-for one means. `now` turns a Retry-After date into a wait. */
export function failureFromStatus(
  status: number,
  retryAfter: string | undefined,
  now: Temporal.Instant,
): ProviderFailure {
  const wait = retryAfterMs(retryAfter, now);
  const { kind, message, hint } = verdictOnStatus(status, wait !== null);
  return new ProviderFailure(kind, message, hint, {
    status,
    ...(wait === null ? {} : { retryAfterMs: wait }),
  });
}

function verdictOnStatus(status: number, toldToWait: boolean): Verdict {
  if (status === 401) return CREDENTIALS;
  if (status === 429 || (status === 503 && toldToWait)) return THROTTLED;
  if (status === 403) return FORBIDDEN;
  if (status === 404 || status === 410) return NOT_FOUND;
  if (status === 413 || status === 507) return TOO_LARGE;
  if (status >= 500 && status !== 501) {
    return {
      kind: 'server-error',
      message: `The server failed to answer (error ${status}).`,
      hint: TRY_LATER,
    };
  }
  return { ...NOT_CALDAV, message: `The address answers, but not as a calendar server (status ${status}).` };
}

const CREDENTIALS: Verdict = {
  kind: 'credentials',
  message: 'The server does not accept this user name and password.',
  hint: 'Check the user name; where two-factor sign-in is on, an app password is needed instead of the usual one.',
};
const THROTTLED: Verdict = {
  kind: 'throttled',
  message: 'The server asks to be left alone for a while.',
  hint: TRY_LATER,
};
const FORBIDDEN: Verdict = {
  kind: 'forbidden',
  message: 'The server does not let this account in here.',
  hint: 'Ask whoever owns the calendar or runs the server for access.',
};
const NOT_FOUND: Verdict = {
  kind: 'not-found',
  message: 'There is nothing at this address.',
  hint: 'The calendar may have been deleted or moved; check it at the server.',
};
const NOT_CALDAV: Verdict = {
  kind: 'wrong-service',
  message: 'The address answers, but not as a calendar server.',
  hint: 'Look up the CalDAV address of the account; it often differs from that of the web page.',
};

/** A web page, JSON or plain text where a DAV answer was due, often a login page or a proxy's notice with status 200. */
export function notCalDav(what: string): ProviderFailure {
  return new ProviderFailure(
    NOT_CALDAV.kind,
    `The address answers with ${what}, not as a calendar server.`,
    NOT_CALDAV.hint,
  );
}

/** `what` says which part of the answer is wrong, for the log and the curious. */
export function malformed(what: string): ProviderFailure {
  return new ProviderFailure(
    'malformed',
    `The answer of the server cannot be understood: ${what}.`,
    TRY_LATER,
  );
}

export function tooLarge(): ProviderFailure {
  return new ProviderFailure(TOO_LARGE.kind, TOO_LARGE.message, TOO_LARGE.hint);
}

export function tookTooLong(): ProviderFailure {
  return new ProviderFailure(TOO_SLOW.kind, TOO_SLOW.message, TOO_SLOW.hint);
}

/** A redirect or a discovered address on another origin; the person decides whether to go there. */
export function crossOrigin(target: URL): ProviderFailure {
  return new ProviderFailure(
    'cross-origin-redirect',
    `The server points to another address, ${target.origin}; the password was not sent there.`,
    `If you trust it, enter ${target.origin} as the address of the account.`,
  );
}

export function badAddress(message: string): ProviderFailure {
  return new ProviderFailure('bad-address', message, 'Enter an address such as https://cloud.example.org.');
}

export function redirectLoop(): ProviderFailure {
  return new ProviderFailure(
    'wrong-service',
    'The server keeps redirecting from one address to the next.',
    NOT_CALDAV.hint,
  );
}
