/** What nobody outside Microsoft can say for sure: each is a switch, and a client holds its rules with all of them. */
export interface GraphSettings {
  /** How a repeated transactionId is refused. */
  duplicateStatus: 409 | 400;
  /** Whether that refusal names the event that is there. */
  duplicateNamesEvent: boolean;
  /** What another version than `If-Match` says gives. */
  ifMatch: 412 | 409 | 'ignored';
  /** Whether a delta shows the masters of series. */
  mastersInDelta: boolean;
  /** Whether the deletion of one occurrence is told in a delta. */
  deletionsInDelta: boolean;
  /** Whether a master gets another version when one of its instances is changed or cancelled. */
  masterFollows: boolean;
  /** Whether ids of cancelled instances end in their date. */
  cancelledIds: 'dated' | 'opaque';
  /** How a dead delta token is refused. */
  deadToken: 410 | 400;
  /** Members of a page where the client asks for no size. */
  pageSize: number;
  /** Whether a text body is kept as HTML, as Outlook shows it. */
  wrapsBodies: boolean;
  /** Whether a delta repeats what it has told before. */
  replays: boolean;
}

export const SETTINGS: GraphSettings = {
  duplicateStatus: 409,
  duplicateNamesEvent: true,
  ifMatch: 412,
  mastersInDelta: true,
  deletionsInDelta: true,
  masterFollows: true,
  cancelledIds: 'dated',
  deadToken: 410,
  pageSize: 100,
  wrapsBodies: true,
  replays: false,
};
