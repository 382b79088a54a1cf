import type { Database } from '@atelier/database/database';

/** Of the process, for each database that it works on: who is under way for a key, and whether that decided it. */
const underWay = new WeakMap<Database, Map<string, Promise<boolean>>>();

/**
 * Of those who want the very same at the same moment, one goes first and the others wait, for that is what they would do
 * at the database too, each after a look that is wasted. When the first one has it, or hears that it is gone, all others go
 * on at once, to learn so cheaply; when the first one is refused for a reason of their own, the next one goes first.
 * @param decides whether what `work` came to holds for everybody.
 */
export async function singleFlight<T>(
  database: Database,
  key: string,
  work: () => Promise<T>,
  decides: (result: T) => boolean,
): Promise<T> {
  const leaders = underWay.get(database) ?? new Map<string, Promise<boolean>>();
  underWay.set(database, leaders);
  for (let leader = leaders.get(key); leader; leader = leaders.get(key)) if (await leader) return work();
  const { promise, resolve } = Promise.withResolvers<boolean>();
  leaders.set(key, promise);
  let decided = false;
  try {
    const result = await work();
    decided = decides(result);
    return result;
  } finally {
    leaders.delete(key);
    resolve(decided);
  }
}
