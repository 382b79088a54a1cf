import { failureFromStatus } from '../../http/classify.ts';
import type { JsonAnswer } from '../../http/json-answer.ts';
import { type FailureKind, ProviderFailure } from '../../port/failure.ts';

/** An answer, or a part of a batch. */
export interface GraphAnswer extends JsonAnswer {
  /** `error.code` in lower case, empty where there is none: told by programs, never shown. */
  readonly code: string;
}

const AGAIN = 'It will be tried again by itself.';
/** 509 is Outlook's word for too much of its bandwidth. */
const TRANSIENT: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504, 509]);

export function isTransient({ status }: GraphAnswer): boolean {
  return TRANSIENT.has(status);
}

const NOT_FOUND: ReadonlySet<string> = new Set(['erroritemnotfound', 'itemnotfound', 'resourcenotfound']);

/**
 * Whether the server says that there is no such thing: by its own code, for a proxy, or a mailbox that is not served,
 * has a 404 as well. An id that is none names nothing.
 */
export function isMissing({ status, code }: GraphAnswer): boolean {
  if (status === 404) return NOT_FOUND.has(code);
  return status === 400 && code === 'errorinvalididmalformed';
}

/**
 * What a status means, by the status first and the code second, never by the message (Microsoft Graph, "error
 * responses"). For people: it names no id and no address.
 */
export function failureOf(answer: GraphAnswer, now: Temporal.Instant): ProviderFailure {
  const { status, retryAfter } = answer;
  const known = knownFailure(answer);
  if (known) return new ProviderFailure(known.kind, known.message, known.hint, { status });
  return failureFromStatus(status === 509 ? 429 : status, retryAfter, now);
}

interface Known {
  readonly kind: FailureKind;
  readonly message: string;
  readonly hint: string;
}

function knownFailure({ status, code }: GraphAnswer): Known | null {
  if (status === 401) return SIGN_IN_ENDED;
  if (code === 'mailboxnotenabledforrestapi') return NO_MAILBOX;
  if (status === 403) return NOT_ALLOWED;
  if (status === 404 && NOT_FOUND.has(code)) return NOT_THERE;
  return status >= 400 && status < 500 && status !== 429 ? notUnderstood(status) : null;
}

const SIGN_IN_ENDED: Known = {
  kind: 'credentials',
  message: 'Microsoft does not accept the sign-in any more.',
  hint: 'Sign in with Microsoft again; nothing that waits here is lost.',
};
const NO_MAILBOX: Known = {
  kind: 'wrong-service',
  message: 'This Microsoft account has no calendar in the cloud.',
  hint: 'Sign in with an account that has a mailbox at Microsoft 365 or Outlook.com.',
};
const NOT_ALLOWED: Known = {
  kind: 'forbidden',
  message: 'Microsoft does not let this account in here.',
  hint: 'Whoever owns the calendar, or runs your organisation’s Microsoft 365, can give access to it.',
};
const NOT_THERE: Known = {
  kind: 'not-found',
  message: 'There is no such calendar at Microsoft any more.',
  hint: 'It may have been deleted; look for it in Outlook.',
};
const notUnderstood = (status: number): Known => ({
  kind: 'wrong-service',
  message: `Microsoft does not take this request (status ${status}).`,
  hint: AGAIN,
});

/** A web page where JSON was due: a captive portal, a proxy's notice. */
export function notJson(what: string): ProviderFailure {
  return new ProviderFailure('wrong-service', `The address of Microsoft Graph answers with ${what}.`, AGAIN);
}

export function unlike(what: string): ProviderFailure {
  return new ProviderFailure('malformed', `The answer of Microsoft cannot be understood: ${what}.`, AGAIN);
}

/** A link that leads away would take the token there. */
export function linkAway(): ProviderFailure {
  return new ProviderFailure(
    'cross-origin-redirect',
    'Microsoft pointed to another address for the rest of an answer; the sign-in was not sent there.',
    AGAIN,
  );
}
