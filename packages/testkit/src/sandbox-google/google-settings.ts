/** What nobody outside Google can say for sure, and what depends: a client holds its rules with all of them. */
export interface GoogleSettings {
  /** Rows of a page at most, whatever the client asks for. */
  pageSize: number;
  /** Whether rows of cancelled instances come when a series is listed by its UID. */
  uidListing: 'whole' | 'without-cancelled';
  /** What becomes of changed instances when the series is moved. */
  exceptionsOnMove: 'kept' | 'dropped';
  /** Whether the id of a deleted event may be taken again. */
  deletedIds: 'taken' | 'free';
  /** Whether changing an instance gives the series a new version as well. */
  masterFollows: boolean;
  /** A delta tells rows twice, the older state first. */
  repeats: boolean;
  /** An empty page stands between any two. */
  emptyPages: boolean;
  /** Whether notes come back as HTML, as Google's own pages write them. */
  htmlNotes: boolean;
}

export const SETTINGS: GoogleSettings = {
  pageSize: 2_500,
  uidListing: 'whole',
  exceptionsOnMove: 'kept',
  deletedIds: 'taken',
  masterFollows: false,
  repeats: false,
  emptyPages: false,
  htmlNotes: false,
};
