import { FIELDS, type Field, fieldIn, uidIn } from './event-text.ts';

interface Edit {
  readonly uid: string;
  readonly field: Field;
  readonly value: string;
  /** What the person saw in its place. */
  readonly replaced: string | null;
}

interface Deletion {
  readonly uid: string;
  /** The text that the person saw and deleted. */
  readonly text: string;
}

/** What is left of everything at the end of a run. */
export interface Remains {
  /** Texts at the provider. */
  readonly alive: readonly string[];
  /** Texts in conflicts and tombstones. */
  readonly kept: readonly string[];
}

const OF_BOOKINGS: readonly Field[] = ['SUMMARY', 'DESCRIPTION', 'DTSTART'];

/** Remembers every edit and deletion that anybody was told had been accepted (S2). */
export class Ledger {
  readonly #edits: Edit[] = [];
  readonly #deletions: Deletion[] = [];
  readonly #moved = new Set<string>();
  readonly #bookings = new Set<string>();

  get operations(): number {
    return this.#edits.length + this.#deletions.length;
  }

  /** Title, text and time of a booking's event follow the booking, for which there are rules of its own. */
  booked(uid: string): void {
    this.#bookings.add(uid);
  }

  edited(uid: string, field: Field, value: string, before: string | null): void {
    if (this.#bookings.has(uid) && OF_BOOKINGS.includes(field)) return;
    this.#edits.push({ uid, field, value, replaced: before === null ? null : fieldIn(before, field) });
  }

  created(text: string): void {
    const uid = uidIn(text) ?? '';
    for (const field of FIELDS) {
      const value = fieldIn(text, field);
      if (value !== null) this.#edits.push({ uid, field, value, replaced: null });
    }
  }

  deleted(text: string): void {
    this.#deletions.push({ uid: uidIn(text) ?? '', text });
  }

  /** Who puts an event somewhere wants it to be, whoever deletes it at the same time. */
  moved(uid: string): void {
    this.#moved.add(uid);
  }

  /** Edits that are nowhere, and that nobody who saw them has replaced or deleted. */
  lost({ alive, kept }: Remains): readonly string[] {
    const texts = [...alive, ...kept, ...this.#deletions.map(({ text }) => text)];
    const visible = new Set(
      texts.flatMap((text) => FIELDS.map((field) => `${field} ${fieldIn(text, field)}`)),
    );
    // Later edits are settled first: one that is safe makes those safe that it replaced knowingly.
    const safe = new Set<string>(visible);
    for (const { field, value, replaced } of [...this.#edits].reverse()) {
      if (safe.has(`${field} ${value}`) && replaced !== null) safe.add(`${field} ${replaced}`);
    }
    return this.#edits
      .filter(({ field, value }) => !safe.has(`${field} ${value}`))
      .map(({ uid, field, value }) => `${uid}: ${field} ${value}`);
  }

  /** Events that somebody deleted, that nobody moved, and that no conflict speaks of. */
  undead(alive: readonly string[], disputed: ReadonlySet<string>): readonly string[] {
    const uids = new Set(alive.map(uidIn));
    return this.#deletions
      .map(({ uid }) => uid)
      .filter((uid) => uids.has(uid) && !disputed.has(uid) && !this.#moved.has(uid));
  }
}
