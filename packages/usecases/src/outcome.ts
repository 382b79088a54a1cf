/** Why something was not done, for people: what happened, and what to do next. */
export interface Refusal {
  readonly kind: RefusalKind;
  readonly message: string;
  readonly hint?: string;
}

export type RefusalKind =
  | 'invalid' // the input cannot be right
  | 'forbidden' // this person may not
  | 'not-found' // absent, or not theirs to know of: both answer alike
  | 'conflict' // clashes with what is there
  | 'mismatch' // this key stands for another request already
  | 'too-many' // asked too often; later it may
  | 'provider'; // the outside calendar refused or failed

/** An expected refusal is a value; exceptions are for what nobody foresaw. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

export function done<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function refused(kind: RefusalKind, message: string, hint?: string): Outcome<never> {
  return { ok: false, refusal: hint === undefined ? { kind, message } : { kind, message, hint } };
}
