import type { ShareLevel as StoredLevel } from '../generated/enums.ts';

/** What somebody may do with a calendar: see when it is busy, read it, write into it. Each includes the one before. */
export type ShareLevel = Lowercase<StoredLevel>;

export function storedLevel(level: ShareLevel): StoredLevel {
  return STORED[level];
}

export function shareLevel(level: StoredLevel): ShareLevel {
  return SHOWN[level];
}

const STORED = { busy: 'BUSY', read: 'READ', write: 'WRITE' } as const;
const SHOWN = { BUSY: 'busy', READ: 'read', WRITE: 'write' } as const;
