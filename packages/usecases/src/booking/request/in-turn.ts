import type { Database } from '@atelier/database/database';

/** Runs `wait` without a place: for what takes long and needs no connection. */
export type Outside = <T>(wait: () => Promise<T>) => Promise<T>;

/** So many submits of a process use the database at once; each needs one connection at a time. */
const PLACES = 6;

/** Of the process, for each database that it works on. */
const rooms = new WeakMap<Database, Room>();

/**
 * Lets submits in a few at a time, so that each is through quickly. All at once they would take every step side by side,
 * the first of a thousand being done as late as the last; so the first is done at once, and the others learn cheaply that
 * they are too late. Who comes back from outside goes on before those who wait to come in.
 */
export async function inTurn<T>(database: Database, work: (outside: Outside) => Promise<T>): Promise<T> {
  const room = rooms.get(database) ?? new Room();
  rooms.set(database, room);
  await room.enter();
  let inside = true;
  try {
    return await work(async (wait) => {
      room.leave();
      inside = false;
      try {
        return await wait();
      } finally {
        await room.comeBack();
        inside = true;
      }
    });
  } finally {
    if (inside) room.leave();
  }
}

class Room {
  #free = PLACES;
  readonly #back: (() => void)[] = [];
  readonly #waiting: (() => void)[] = [];

  enter(): Promise<void> | void {
    return this.#take(this.#waiting);
  }

  comeBack(): Promise<void> | void {
    return this.#take(this.#back);
  }

  leave(): void {
    const next = this.#back.shift() ?? this.#waiting.shift();
    if (next) next();
    else this.#free += 1;
  }

  #take(queue: (() => void)[]): Promise<void> | void {
    if (this.#free > 0) this.#free -= 1;
    else return new Promise((resolve) => queue.push(resolve));
  }
}
