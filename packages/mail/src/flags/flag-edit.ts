/** What somebody did here to the flags of a message, and what the server may not have yet. */
export interface FlagEdit {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

export const SEEN = '\\Seen';
export const FLAGGED = '\\Flagged';
export const ANSWERED = '\\Answered';
export const DRAFT = '\\Draft';
export const DELETED = '\\Deleted';
export const FORWARDED = '$Forwarded';

/** `\Recent` belongs to a session of the server's, not to a message (RFC 3501, 2.3.2). */
const NOT_KEPT = '\\recent';

/** System flags have no case (RFC 3501, 2.3.2); keywords of many servers lose theirs. In the order of the alphabet. */
export function keptFlags(flags: Iterable<string>): readonly string[] {
  const byKey = new Map([...flags].map((flag) => [flag.toLowerCase(), flag]));
  byKey.delete(NOT_KEPT);
  return [...byKey.values()].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
}

export function hasFlag(flags: Iterable<string>, flag: string): boolean {
  return [...flags].some((one) => one.toLowerCase() === flag.toLowerCase());
}

/** The flags that are shown: the server's, with what was done here and waits laid over them, the oldest first (M2). */
export function withEdits(flags: readonly string[], edits: readonly FlagEdit[]): readonly string[] {
  const byKey = new Map(keptFlags(flags).map((flag) => [flag.toLowerCase(), flag]));
  for (const { add, remove } of edits) {
    for (const flag of remove) byKey.delete(flag.toLowerCase());
    for (const flag of add) if (!byKey.has(flag.toLowerCase())) byKey.set(flag.toLowerCase(), flag);
  }
  return keptFlags(byKey.values());
}
