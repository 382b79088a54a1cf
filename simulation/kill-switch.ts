import type { Database } from '@atelier/database/database';
import { aroundStatements } from '@atelier/database/testing/around-statements';
import type { CalendarProvider } from '@atelier/providers/port/calendar-provider';
import type pg from 'pg';

/** What a process that was killed sees of itself: nothing it does has an effect any more. */
export class Killed extends Error {
  override readonly name = 'Killed';
}

/**
 * Kills everything that runs behind it at one chosen step: a statement, a commit or a request, either before it takes
 * place or after, when nobody learns that it did. What a real kill leaves to the database (the rollback) it leaves too.
 */
export class KillSwitch {
  #steps = 0;
  #dead = false;
  readonly #at: number;
  readonly #after: boolean;

  /** @param at which step, from 1; Infinity never. */
  constructor(at: number, after: boolean) {
    this.#at = at;
    this.#after = after;
  }

  get killed(): boolean {
    return this.#dead;
  }

  async step<T>(work: () => Promise<T>): Promise<T> {
    const fatal = this.#arrive();
    if (fatal && !this.#after) throw this.#die();
    const result = await work();
    if (fatal) throw this.#die();
    if (this.#dead) throw new Killed();
    return result;
  }

  #arrive(): boolean {
    if (this.#dead) throw new Killed();
    this.#steps += 1;
    return this.#steps === this.#at;
  }

  #die(): Killed {
    this.#dead = true;
    return new Killed();
  }

  database(real: Database): Database {
    const pool = new Proxy(real.pool, {
      get: (target, key) => {
        if (key === 'connect') return () => this.#connect(target);
        const value: unknown = Reflect.get(target, key);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    const prisma = this.#models(real.prisma);
    return { ...aroundStatements(real, (_, run) => this.step(run)), pool, prisma };
  }

  /** Outside a transaction: whatever a model is asked is a step. Within one, the connection's statements are. */
  #models<Client extends object>(real: Client): Client {
    return new Proxy(real, {
      get: (target, key) => {
        const value: unknown = Reflect.get(target, key);
        // Until it is called, Prisma shows nothing of what is a model and what an operation but its name.
        if (String(key).startsWith('$')) return called(target, value);
        return isObject(value) ? this.#model(value) : value;
      },
    });
  }

  #model(real: object): object {
    return new Proxy(real, {
      get: (target, key) => {
        const run = called(target, Reflect.get(target, key));
        return (...args: readonly unknown[]) => this.step(async () => run(...args));
      },
    });
  }

  /** A killed process gives its connections back, as its sockets close. */
  async #connect(pool: pg.Pool): Promise<pg.PoolClient> {
    const client = await pool.connect();
    try {
      await this.step(async () => undefined);
      return this.#client(client);
    } catch (error) {
      client.release();
      throw error;
    }
  }

  #client<Client extends object>(real: Client): Client {
    return new Proxy(real, {
      get: (target, key) => {
        const value: unknown = Reflect.get(target, key);
        if (typeof value !== 'function') return value;
        if (key !== 'query') return value.bind(target);
        return (...args: readonly unknown[]) => {
          const call = () => value.apply(target, args);
          // A rollback is what the database does by itself when the connection is gone.
          if (args[0] === 'ROLLBACK') return call();
          return isStream(args[0]) ? this.#stream(call) : this.step(call);
        };
      },
    });
  }

  #stream<T>(call: () => T): T {
    if (this.#dead) throw new Killed();
    return call();
  }

  provider(real: CalendarProvider): CalendarProvider {
    return {
      addresses: () => this.step(() => real.addresses()),
      schedules: () => this.step(() => real.schedules()),
      listCalendars: (kept) => this.step(() => real.listCalendars(kept)),
      changes: (request) => this.#pages(real.changes(request)),
      recheck: (href) => this.step(() => real.recheck(href)),
      put: (request) => this.step(() => real.put(request)),
      remove: (request) => this.step(() => real.remove(request)),
      move: (request) => this.step(() => real.move(request)),
      fetch: (calendar, hrefs) => this.step(() => real.fetch(calendar, hrefs)),
      findByUid: (calendar, uid) => this.step(() => real.findByUid(calendar, uid)),
      get traffic() {
        return real.traffic;
      },
      close: () => real.close(),
    };
  }

  async *#pages<Page>(pages: AsyncIterable<Page>): AsyncGenerator<Page> {
    for await (const page of pages) yield await this.step(async () => page);
  }
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

/** As a method of its owner; a function that is a proxy has no `bind` or `apply` of its own to rely on. */
function called(owner: object, method: unknown) {
  return (...args: readonly unknown[]): unknown => Reflect.apply(method as () => unknown, owner, args);
}

/** COPY: what the driver runs in place of a query. */
function isStream(query: unknown): boolean {
  return typeof query === 'object' && query !== null && 'submit' in query;
}
