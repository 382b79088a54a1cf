import type { Allowance } from '@atelier/api/trpc';
import { addressGroup } from '@atelier/usecases/abuse/address-group';

/** Streams on one socket of somebody who is not signed in: a page needs one, and a moment of two. */
const STREAMS = 8;
/** Sockets of one address on which streams are opened. A café, or all of a mobile network's cell, may be one address. */
const SOCKETS = 60;
/** Sockets of one address that are let in at all; beyond `SOCKETS` they only hear why. */
const MOST_SOCKETS = 120;

/** Room for the streams of one socket. */
export interface Seat {
  readonly allowance: Allowance;
  leave(): void;
}

/** Bounds what people who are not signed in may keep open, by address. */
export class StreamRoom {
  readonly #sockets = new Map<string, number>();

  /** @returns null when not even a socket is to be had. */
  enter(ip: string): Seat | null {
    const who = addressGroup(ip);
    const count = this.#sockets.get(who) ?? 0;
    if (count >= MOST_SOCKETS) return null;
    this.#sockets.set(who, count + 1);
    const leave = () => {
      const left = (this.#sockets.get(who) ?? 1) - 1;
      if (left === 0) this.#sockets.delete(who);
      else this.#sockets.set(who, left);
    };
    return { allowance: roomFor(count < SOCKETS ? STREAMS : 0), leave };
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
