import type { Cursor, Page } from '../../port/changes.ts';
import { LISTING } from './cursor.ts';

const EMPTY: Page = {
  changed: [],
  removed: [],
  removalEvidence: 'reported',
  listed: null,
  unreadable: [],
  version: null,
  freshLineage: false,
  cursor: LISTING,
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
