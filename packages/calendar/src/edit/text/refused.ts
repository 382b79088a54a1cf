import type { EditRefusal, EditResult } from './event-fields.ts';

/** Carries an expected "no" out of the depth of an edit; never leaves this folder. */
class EditRefused extends Error {
  readonly refusal: EditRefusal;

  constructor(refusal: EditRefusal, message: string) {
    super(message);
    this.refusal = refusal;
  }
}

/** `message` is a plain sentence for the person who edits. */
export function refuse(refusal: EditRefusal, message: string): never {
  throw new EditRefused(refusal, message);
}

/** The result of an edit, or its refusal as a value. */
export function attempt(edit: () => EditResult): EditResult {
  try {
    return edit();
  } catch (error) {
    if (error instanceof EditRefused) return { ok: false, refusal: error.refusal, message: error.message };
    throw error;
  }
}

/** For a text in which nobody can say for sure what belongs where. */
export function refuseUnreadable(what: string): never {
  return refuse('unreadable', `${what} It was left as it is; change it in the program that made it.`);
}
