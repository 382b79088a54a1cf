import type { Cursor, Page } from './changes.ts';

const EMPTY: Omit<Page, 'cursor'> = {
  changed: [],
  removed: [],
  removalEvidence: 'reported',
  listed: null,
  unreadable: [],
  version: null,
  freshLineage: false,
  complete: false,
};

/** A page in the middle of a run. */
export function pageOf(parts: Partial<Page> & { readonly cursor: Cursor }): Page {
  return { ...EMPTY, ...parts };
}

/** The page that ends a run. */
export function lastPage(cursor: Cursor, parts: Partial<Page> = {}): Page {
  return { ...EMPTY, ...parts, cursor, complete: true };
}
