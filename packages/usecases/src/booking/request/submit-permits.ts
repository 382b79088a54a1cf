import type { Database } from '@atelier/database/database';

/** Runs `wait` with the permit given back: for what takes long and needs no connection. */
export type Released = <T>(wait: () => Promise<T>) => Promise<T>;

/** So many submits of a process use the database at once; each needs one connection at a time. */
const PERMITS = 6;

/** Of the process, for each database that it works on. */
const semaphores = new WeakMap<Database, Semaphore>();

/**
 * Lets submits in a few at a time, so that each is through quickly. All at once they would take every step side by side,
 * the first of a thousand being done as late as the last; so the first is done at once, and the others learn cheaply that
 * they are too late. Who comes back from outside goes on before those who wait to come in.
 */
export async function withPermit<T>(
  database: Database,
  work: (released: Released) => Promise<T>,
): Promise<T> {
  const semaphore = semaphores.get(database) ?? new Semaphore();
  semaphores.set(database, semaphore);
  await semaphore.acquire();
  let held = true;
  try {
    return await work(async (wait) => {
      semaphore.release();
      held = false;
      try {
        return await wait();
      } finally {
        await semaphore.reacquire();
        held = true;
      }
    });
  } finally {
    if (held) semaphore.release();
  }
}

class Semaphore {
  #free = PERMITS;
  readonly #back: (() => void)[] = [];
  readonly #waiting: (() => void)[] = [];

  acquire(): Promise<void> | void {
    return this.#take(this.#waiting);
  }

  reacquire(): Promise<void> | void {
    return this.#take(this.#back);
  }

  release(): void {
    const next = this.#back.shift() ?? this.#waiting.shift();
    if (next) next();
    else this.#free += 1;
  }

  #take(queue: (() => void)[]): Promise<void> | void {
    if (this.#free > 0) this.#free -= 1;
    else return new Promise((resolve) => queue.push(resolve));
  }
}
