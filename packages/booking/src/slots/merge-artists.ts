import type { Slot } from './slot-query.ts';

export interface ArtistSlots {
  readonly artist: string;
  readonly slots: readonly Slot[];
}

/** A time that one artist offers, or several. */
export interface SharedSlot extends Slot {
  /** In the order in which the artists were given. */
  readonly artists: readonly string[];
}

/**
 * "Any artist": the slots of all of them, in order of time, with the artists that offer each. Slots of different
 * length are different slots, the shorter first. Artists of one studio share a zone; if they do not, the date is that of
 * the first.
 */
export function mergeArtists(lists: readonly ArtistSlots[]): SharedSlot[] {
  const shared = new Map<string, Slot & { readonly artists: string[] }>();
  for (const { artist, slots } of lists) {
    for (const slot of slots) {
      const key = `${slot.start}/${slot.end}`;
      const known = shared.get(key);
      if (known) known.artists.push(artist);
      else shared.set(key, { ...slot, artists: [artist] });
    }
  }
  return [...shared.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}
