import { failureFromStatus } from '../../http/classify.ts';
import type { JsonAnswer } from '../../http/json-answer.ts';
import { type FailureKind, ProviderFailure } from '../../port/failure.ts';
import type { WriteRefused } from '../../port/writes.ts';

export interface GoogleAnswer extends JsonAnswer {
  /** `error.errors[0].reason` and the like, in lower case; empty where there is none. */
  readonly reason: string;
}

interface Verdict {
  readonly kind: FailureKind;
  readonly message: string;
  readonly hint: string;
  /** Where Google does not say how long to stay away. */
  readonly retryAfterMs?: number;
}

const AGAIN = 'It will be tried again by itself.';

const TOO_FAST: Verdict = {
  kind: 'throttled',
  message: 'Google asks to be left alone for a while.',
  hint: AGAIN,
  retryAfterMs: 10_000,
};
const USED_UP: Verdict = {
  kind: 'throttled',
  message: 'Google takes no more new events of this account for some hours.',
  hint: 'Google limits how much an account may add or invite in a day. It will be tried again by itself.',
  retryAfterMs: 3_600_000,
};
const NO_RIGHTS: Verdict = {
  kind: 'credentials',
  message: 'The sign-in at Google does not include the calendars.',
  hint: 'Sign in with Google again, and leave every box on its page ticked.',
};
const NOT_SWITCHED_ON: Verdict = {
  kind: 'forbidden',
  message: 'The Google Calendar API is not switched on for this installation.',
  hint: 'Whoever runs Atelier has to enable it in the Google Cloud project, under APIs & Services.',
};

/** How Google says it of an address to which it should tell of changes: also as if the sign-in had ended (401). */
const NO_ADDRESS: Verdict = {
  kind: 'forbidden',
  message: 'Google did not take the address to which it should tell of changes.',
  hint: 'It must be an https:// address with a certificate that everybody trusts; its domain may have to be verified in the Google Cloud project.',
};
const NO_PUSH: Verdict = {
  kind: 'forbidden',
  message: 'Google tells of no changes to this calendar.',
  hint: 'It is asked by the clock, as before.',
};

/** By reason first: Google says the same status of a moment's haste and of a right that is missing. */
const BY_REASON: ReadonlyMap<string, Verdict> = new Map([
  ['ratelimitexceeded', TOO_FAST],
  ['userratelimitexceeded', TOO_FAST],
  ['rate_limit_exceeded', TOO_FAST],
  ['dailylimitexceeded', USED_UP],
  ['quotaexceeded', USED_UP],
  ['calendarusagelimitsexceeded', USED_UP],
  ['insufficientpermissions', NO_RIGHTS],
  ['access_token_scope_insufficient', NO_RIGHTS],
  ['accessnotconfigured', NOT_SWITCHED_ON],
  ['service_disabled', NOT_SWITCHED_ON],
  ['push.webhookurlunauthorized', NO_ADDRESS],
  ['push.webhookurlnothttps', NO_ADDRESS],
  ['pushnotsupportedforrequestedresource', NO_PUSH],
]);

const SIGN_IN_ENDED: Verdict = {
  kind: 'credentials',
  message: 'The sign-in at Google has ended.',
  hint: 'Sign in with Google again; everything goes on where it stopped.',
};
const NO_ACCESS: Verdict = {
  kind: 'forbidden',
  message: 'Google does not let this account in here.',
  hint: 'Ask whoever owns the calendar for access.',
};

export function failureOf(answer: GoogleAnswer, now: Temporal.Instant): ProviderFailure {
  const { status, reason, retryAfter } = answer;
  const known = BY_REASON.get(reason) ?? (status === 401 ? SIGN_IN_ENDED : status === 403 ? NO_ACCESS : null);
  const plain = failureFromStatus(status, retryAfter, now);
  if (known === null) return plain;
  const wait = plain.retryAfterMs ?? known.retryAfterMs;
  return new ProviderFailure(known.kind, known.message, known.hint, {
    status,
    ...(wait !== undefined && { retryAfterMs: wait }),
  });
}

const PASSING: ReadonlySet<FailureKind> = new Set(['credentials', 'throttled', 'server-error']);

/** An answer about the account or the moment, and not about what was asked for. */
export function isPassing(answer: GoogleAnswer, now: Temporal.Instant): boolean {
  return PASSING.has(failureOf(answer, now).kind) || answer.status === 408 || BY_REASON.has(answer.reason);
}

export function noAddress(status: number): ProviderFailure {
  return new ProviderFailure(NO_ADDRESS.kind, NO_ADDRESS.message, NO_ADDRESS.hint, { status });
}

export function unlike(what: string): ProviderFailure {
  return new ProviderFailure('malformed', `The answer of Google cannot be understood: ${what}.`, AGAIN);
}

export function notJson(what: string): ProviderFailure {
  return new ProviderFailure(
    'wrong-service',
    `The address answers with ${what}, not as Google Calendar.`,
    'A proxy or a login page may stand in between; whoever runs Atelier can look into it.',
  );
}

/** What a refused write says about the event; null for a failure of the account or the moment. */
export function refusedWrite({ status, reason }: GoogleAnswer): WriteRefused | null {
  if (reason === 'eventtyperestriction')
    return refused(
      'read-only',
      'Google lets nobody change this kind of event.',
      'Change it in Google Calendar itself.',
    );
  if (reason.startsWith('forbiddenfornon'))
    return refused(
      'read-only',
      'Only who has made this event at Google may change it.',
      'Ask them, or decline it in Google Calendar.',
    );
  if (status === 403)
    return refused(
      'read-only',
      'Google lets this account read the calendar, and not write to it.',
      'Ask whoever owns it for the right to change events.',
    );
  if (reason === 'timerangeempty')
    return { ...refused('invalid', NO_LENGTH, 'Give it an end.'), gap: 'no-length' };
  if (status === 400)
    return refused(
      'invalid',
      'The calendar server refuses this event: Google finds something in it that it does not allow.',
      'Make its repetition or its text simpler, or give the change up here.',
    );
  if (status === 413)
    return {
      ...refused('too-large', 'This event is too long for Google.', 'Make its notes shorter.'),
      gap: 'too-long',
    };
  return null;
}

const NO_LENGTH = 'The calendar server refuses this event: Google has no events without a length.';

export function refused(reason: WriteRefused['reason'], message: string, hint: string): WriteRefused {
  return { outcome: 'refused', reason, message, hint };
}
