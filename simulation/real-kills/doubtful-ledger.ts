import { FIELDS, type Field, fieldIn, uidIn } from '../event-text.ts';
import { Ledger } from '../ledger.ts';

/**
 * A ledger for people whose server may die on them. What they do is written down when they begin: whoever sees it and
 * replaces it does so afterwards. As long as nobody has told them that it was accepted it may be there or not.
 */
export class DoubtfulLedger extends Ledger {
  readonly #doubtful = new Set<string>();

  editing(uid: string, field: Field, value: string, before: string): void {
    this.#doubtful.add(claim(uid, field, value));
    this.edited(uid, field, value, before);
  }

  editAccepted(uid: string, field: Field, value: string): void {
    this.#doubtful.delete(claim(uid, field, value));
  }

  creating(text: string): void {
    for (const each of claims(text)) this.#doubtful.add(each);
    this.created(text);
  }

  creationAccepted(text: string): void {
    for (const each of claims(text)) this.#doubtful.delete(each);
  }

  override lost(remains: Parameters<Ledger['lost']>[0]): readonly string[] {
    return super.lost(remains).filter((edit) => !this.#doubtful.has(edit));
  }
}

/** As `lost` says it. */
function claim(uid: string, field: Field, value: string): string {
  return `${uid}: ${field} ${value}`;
}

function claims(text: string): readonly string[] {
  return FIELDS.flatMap((field) => {
    const value = fieldIn(text, field);
    return value === null ? [] : [claim(uidIn(text) ?? '', field, value)];
  });
}
