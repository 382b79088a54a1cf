import { rowsThatFit } from './google/write/unfit-text.ts';
import { tooLateFor, writesToGuests } from './graph/write/unfit-change.ts';
import { wantedOf } from './graph/write/wanted-rows.ts';
import { factsOf, type Protocol, type ProviderKind } from './kinds.ts';
import type { ProviderGap } from './port/gap.ts';

/** What somebody wants of an event. */
export interface WantedChange {
  /** As it is to be; null: gone. */
  readonly text: string | null;
  /** As the provider has it; null where it has not. */
  readonly before: string | null;
  /** What the owner of the calendar is known by. Mail addresses, in lower or upper case. */
  readonly addresses: readonly string[];
}

type Asked = (change: WantedChange) => ProviderGap | null;

const nothing: Asked = () => null;

/** What each kind of account says of itself. CalDAV keeps whatever a file may say; a calendar at an address is never written. */
const BY_PROTOCOL: Readonly<Record<Protocol, Asked>> = {
  caldav: nothing,
  ics: nothing,
  graph(change) {
    const { text, before } = change;
    const there = before === null ? null : wantedOf(before);
    if (text === null) return writesToGuests(change) ? 'guests' : null;
    const wanted = wantedOf(text);
    if ('why' in wanted) return wanted.why;
    return there === null || 'why' in there ? null : tooLateFor(there, wanted, change);
  },
  google({ text }) {
    const rows = text === null ? null : rowsThatFit(text, 'UTC');
    return rows !== null && 'why' in rows ? rows.why : null;
  },
};

/**
 * What of a change an account of this kind has no words for; null where it can be written as it is. Asked before an
 * event is saved, so that nobody learns of it from a write that was refused (P4). Pure.
 */
export function unsayable(kind: ProviderKind, change: WantedChange): ProviderGap | null {
  return BY_PROTOCOL[factsOf(kind).protocol](change);
}
