/** An artist who offers a slot, and how many bookings they have already: of that day or week, as the studio counts. */
export interface Candidate {
  readonly artist: string;
  readonly booked: number;
}

/**
 * Whom to give a booking for "any artist", in the order in which to try them: who has least first, and between equals a
 * lot drawn from the seed. The same seed, the booking's id say, always gives the same order.
 */
export function orderArtists(candidates: readonly Candidate[], seed: string): string[] {
  return candidates
    .map(({ artist, booked }) => ({ artist, booked, lot: lotOf(`${seed}\n${artist}`) }))
    .sort((a, b) => a.booked - b.booked || a.lot - b.lot || (a.artist < b.artist ? -1 : 1))
    .map(({ artist }) => artist);
}

/** FNV-1a over UTF-16 units, and mixed (as MurmurHash3 ends), so that similar ids do not stay in order. */
function lotOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
