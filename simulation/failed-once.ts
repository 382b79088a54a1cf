/** Seeds that broke a rule once, each named after what was wrong in the engine then. */
export const FAILED_ONCE: readonly (readonly [name: string, seed: number])[] = [
  ['S2: an earlier text that may have arrived is looked for before the next is sent', 2048],
  ['S3: an event that comes back where it was being deleted stands there once', 2655],
  ['S2: a create whose address somebody else’s event has taken finds another one', 1185],
  ['S2: an edit survives a move there and back whose first answer was lost', 10095],
  ['S2: what was changed at the old place of a move stays when the event is gone from the new one', 10362],
  ['S3: a create taken back in doubt is deleted as the server rewrote it, and leaves no second event', 10660],
  ['S2: a create that waits gives up its address to another event that a pull finds there', 23918],
  ['S3: the old place of a move is looked for by UID before it counts as deleted', 31696],
  ['S2: what was added to a create that was taken back in doubt is kept', 33135],
  ['S3: a create that may have arrived is looked for by UID before it is tried again', 33430],
  ['S2: what one deletion finds by UID is not what another one is about', 40349],
  ['S3: an event that is renamed and cannot be read at first is still the one that is to be deleted', 62651],
];

/** The same, of calendars of Microsoft. */
export const FAILED_ONCE_GRAPH: readonly (readonly [name: string, seed: number])[] = [
  ['S2 P3: a series whose master keeps its version is named by what it says as well', 96],
  ['S7 P3: a series that was changed without a sign can be deleted all the same', 112],
  ['S12 P3: what changed in a series without any sign is found by the full comparison', 94],
];

/** The same, of runs with bookings. */
export const FAILED_ONCE_BOOKED: readonly [title: string, seed: number][] = [
  [
    'B9 case 32: a booking that was moved here is not decided anew over what the phone has done to its event',
    35,
  ],
  ['B9 case 32: an answer on the phone is seen, also where the event has changed calendars since', 133],
  ['B9 S2: somebody else’s event at the address of a booking’s is not taken for it', 135],
];

/** The same, of studios with calendars of every kind, and bookings. */
export const FAILED_ONCE_MIXED: readonly [title: string, seed: number][] = [
  ['B3 S3: an event that was moved to another account is changed there when its booking is', 1021],
  ['B9: a request is not given up over what the artist has just done to its event', 2301],
];
