import type { ConnectionRow } from '@atelier/database/account/connection-store';
import type { Database } from '@atelier/database/database';
import { createCalDavGateway } from '@atelier/providers/caldav/caldav-gateway';
import { parseAllowList } from '@atelier/providers/http/allow-list';
import type { CalendarProvider } from '@atelier/providers/port/calendar-provider';
import type { ProviderGateway } from '@atelier/providers/port/gateway';
import { type Sandbox, startSandbox } from '@atelier/testkit/sandbox/sandbox';
import { seededRandom } from '@atelier/testkit/seeded-random';
import {
  AnyStudio,
  CALENDARS,
  type CalendarName,
  LIMITS,
  type OpenStudio,
  START,
  storeAccount,
} from './any-studio.ts';

export const USER = 'ann';

/** One studio with an account on a CalDAV server of its own. */
export class Studio extends AnyStudio {
  readonly sandbox: Sandbox;
  readonly #gateway: ProviderGateway & AsyncDisposable;

  private constructor(open: OpenStudio & { readonly sandbox: Sandbox }) {
    super(open);
    this.sandbox = open.sandbox;
    this.#gateway = createCalDavGateway({
      allow: parseAllowList('127.0.0.1'),
      now: () => Temporal.Instant.fromEpochMilliseconds(open.clock.ms),
      monotonicMs: () => performance.now(),
      http: LIMITS,
      sync: this.crowded ? {} : { parallel: 1 },
    });
  }

  /** Leaves nothing of an earlier run in the database. */
  static async open(database: Database, seed: number): Promise<Studio> {
    const random = seededRandom(seed);
    const clock = { ms: START };
    // Sources of their own: what a server or an engine draws does not change what people do next.
    const chance = seededRandom(seed + 1_000_000_007);
    const sandbox = await startSandbox({
      random: () => chance.next(),
      newId: () => chance.uuid(),
      now: () => Temporal.Instant.fromEpochMilliseconds(clock.ms),
    });
    sandbox.addUser(USER, 'secret');
    for (const uri of CALENDARS) sandbox.addCalendar(USER, { uri, name: uri });
    const stored = await storeAccount(database, random, {
      name: 'Sandbox',
      address: sandbox.url,
      username: 'ann',
      secret: 'secret',
      homes: [sandbox.homeUrl(USER)],
    });
    const studio = new Studio({
      random,
      database,
      sandbox,
      clock,
      ...stored,
      crowded: seed % 5 === 0,
    });
    for (const uri of CALENDARS) {
      const { pathname } = new URL(sandbox.calendarUrl(USER, uri));
      await studio.connect(uri, pathname, { syncCollection: true, ctag: true });
    }
    return studio;
  }

  remote(calendar: CalendarName): ReadonlyMap<string, { readonly body: string }> {
    return davView(this.sandbox).remote(calendar);
  }

  writes(): number {
    return davView(this.sandbox).writes();
  }

  badHabits(): readonly string[] {
    return davView(this.sandbox).badHabits();
  }

  protected openAccount({ username, secret, reach }: ConnectionRow): CalendarProvider {
    return this.#gateway.open({ kind: 'password', username, password: secret }, reach);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#gateway[Symbol.asyncDispose]();
    await this.sandbox[Symbol.asyncDispose]();
  }
}

/** What the rules look at of a CalDAV server. */
export function davView(sandbox: Sandbox): Pick<AnyStudio, 'remote' | 'writes' | 'badHabits'> {
  return {
    remote: (calendar) => sandbox.objects(USER, calendar),
    writes: () => sandbox.requests.filter(({ method }) => ['PUT', 'DELETE', 'MOVE'].includes(method)).length,
    badHabits: () => sandbox.blindWrites.map(({ method, path }) => `S2: blind ${method} ${path}`),
  };
}
