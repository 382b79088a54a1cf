import type { Allowance } from '@atelier/api/trpc/trpc';

export interface SeatBounds {
  /** Streams on one socket. */
  readonly streams: number;
  /** Sockets on which streams are opened. */
  readonly sockets: number;
  /** Sockets that are let in at all; beyond `sockets` they only hear why. */
  readonly mostSockets: number;
}

/**
 * Of one address: a page needs one stream, and a moment of two. A café, or all of a mobile network's cell, may be one
 * address.
 */
export const OF_STRANGERS: SeatBounds = { streams: 8, sockets: 60, mostSockets: 120 };
/** Of one person, on all their screens: every open page is a socket. */
export const OF_A_PERSON: SeatBounds = { streams: 8, sockets: 40, mostSockets: 80 };

/** Room for the streams of one socket. */
export interface Seat {
  readonly allowance: Allowance;
  leave(): void;
}

/** Bounds what anybody may keep open. */
export class StreamRoom {
  readonly #sockets = new Map<string, number>();

  /** @returns null when not even a socket is to be had. */
  enter(who: string, { streams, sockets, mostSockets }: SeatBounds): Seat | null {
    const count = this.#sockets.get(who) ?? 0;
    if (count >= mostSockets) return null;
    this.#sockets.set(who, count + 1);
    const leave = () => {
      const left = (this.#sockets.get(who) ?? 1) - 1;
      if (left === 0) this.#sockets.delete(who);
      else this.#sockets.set(who, left);
    };
    return { allowance: roomFor(count < sockets ? streams : 0), leave };
  }
}

function roomFor(most: number): Allowance {
  let open = 0;
  return {
    take() {
      if (open >= most) return null;
      open += 1;
      return () => {
        open -= 1;
      };
    },
  };
}
