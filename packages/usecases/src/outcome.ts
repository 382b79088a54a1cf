import {
  type CodedRefusal,
  codedRefusal,
  type FittingRefusal,
  type RefusalCode,
  type RefusalGiven,
} from '@atelier/words/refusals/coded-refusal';
import { refusalWords } from '@atelier/words/refusals/refusal-words';

/** Why something was not done, for people: what happened, and what to do next. */
export interface Refusal {
  readonly kind: RefusalKind;
  /** In English; where there is a code, whoever shows it says it in the reader's language. */
  readonly message: string;
  readonly hint?: string;
  readonly code?: RefusalCode;
  /** What belongs to the code. */
  readonly given?: CodedRefusal['given'];
}

export type RefusalKind =
  | 'invalid' // the input cannot be right
  | 'forbidden' // this person may not
  | 'not-found' // absent, or not theirs to know of: both answer alike
  | 'conflict' // clashes with what is there
  | 'unverified' // a calendar cannot be asked; a person may decide all the same
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

/** A refusal whose sentence is made where it is read, in the reader's language. */
export function refusedFor<Code extends RefusalCode>(
  kind: RefusalKind,
  code: Code,
  ...given: RefusalGiven<Code>
): Outcome<never> {
  return { ok: false, refusal: refusalFor(kind, code, ...given) };
}

/** A refusal that another package gave a code. */
export function refusedAs(kind: RefusalKind, coded: FittingRefusal): Outcome<never> {
  return { ok: false, refusal: saidInEnglish(kind, coded) };
}

export function refusalFor<Code extends RefusalCode>(
  kind: RefusalKind,
  code: Code,
  ...given: RefusalGiven<Code>
): Refusal {
  return saidInEnglish(kind, codedRefusal(code, ...given));
}

function saidInEnglish(kind: RefusalKind, coded: CodedRefusal): Refusal {
  return { kind, ...refusalWords('en', coded), ...coded };
}
