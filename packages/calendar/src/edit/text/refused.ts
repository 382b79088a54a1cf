import type { BareCode, EditGiven, EditReason, FullCode } from './edit-reason.ts';
import type { EditRefused } from './event-fields.ts';

/** Carries an expected "no" out of the depth of an edit; never leaves this folder. */
class Refusal extends Error {
  readonly reason: EditReason;

  constructor(reason: EditReason) {
    super(reason.code);
    this.reason = reason;
  }
}

export function refuse(code: BareCode): never;
export function refuse<Code extends FullCode>(code: Code, given: EditGiven<Code>): never;
export function refuse(code: EditReason['code'], given: object | null = null): never {
  throw new Refusal({ code, given } as EditReason);
}

/** The result of an edit, or its refusal as a value. */
export function attempt<Result>(edit: () => Result): Result | EditRefused {
  try {
    return edit();
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, refusal: error.reason };
    throw error;
  }
}
