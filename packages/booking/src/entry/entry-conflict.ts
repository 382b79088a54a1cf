export type EntryConflict =
  | 'deleted-there' // deleted there, and moved or confirmed here
  | 'moved-twice' // moved on both sides, to different times
  | 'all-day'
  | 'recurring'
  | 'no-length'
  | 'request-again' // the prefix was put back before a confirmed booking
  | 'unclear-title'
  | 'over'; // changed there after it had ended here

/** A person decides what was meant. */
export function entryConflict(conflict: EntryConflict) {
  return { kind: 'conflict', conflict } as const;
}
