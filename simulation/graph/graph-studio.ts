import type { Database } from '@atelier/database/database';
import { createGraphGateway, type GraphGateway } from '@atelier/providers/graph/graph-gateway';
import { outlookText } from '@atelier/providers/graph/testing/outlook-text';
import { parseAllowList } from '@atelier/providers/http/allow-list';
import type { CalendarProvider } from '@atelier/providers/port/calendar-provider';
import { type GraphSandbox, startGraphSandbox } from '@atelier/testkit/sandbox-graph/graph-sandbox';
import { type SeededRandom, seededRandom } from '@atelier/testkit/seeded-random';
import {
  AnyStudio,
  CALENDARS,
  type CalendarName,
  LIMITS,
  type OpenStudio,
  START,
  storeAccount,
} from '../any-studio.ts';

export const MAIL = 'ann@studio.test';
const CREDENTIAL = {
  kind: 'oauth',
  signedIn: { personId: 'ann', tenantId: 'studio', name: MAIL },
  accessToken: async () => MAIL,
} as const;

/** One studio with a mailbox at Microsoft. */
export class GraphStudio extends AnyStudio {
  readonly sandbox: GraphSandbox;
  readonly #gateway: GraphGateway;
  readonly #reach: { readonly base: string; readonly addresses: readonly string[] };

  private constructor(open: OpenStudio & { readonly sandbox: GraphSandbox }) {
    super(open);
    this.sandbox = open.sandbox;
    this.#reach = { base: open.sandbox.url, addresses: [MAIL] };
    let requests = 0;
    this.#gateway = createGraphGateway({
      allow: parseAllowList('127.0.0.1'),
      now: () => Temporal.Instant.fromEpochMilliseconds(open.clock.ms),
      monotonicMs: () => performance.now(),
      newId: () => `request-${(requests += 1)}`,
      http: LIMITS,
    });
  }

  static async open(database: Database, seed: number): Promise<GraphStudio> {
    const random = seededRandom(seed);
    const clock = { ms: START };
    const chance = seededRandom(seed + 1_000_000_007);
    const sandbox = await startGraphSandbox({
      random: () => chance.next(),
      newId: () => chance.uuid(),
      now: () => Temporal.Instant.fromEpochMilliseconds(clock.ms),
      settings: settingsOf(random),
    });
    sandbox.addUser(MAIL, 'Ann');
    for (const id of CALENDARS) sandbox.addCalendar(MAIL, { id, name: id });
    const stored = await storeAccount(database, random, {
      name: 'Microsoft',
      address: sandbox.url,
      username: MAIL,
    });
    const studio = new GraphStudio({
      random,
      database,
      sandbox,
      clock,
      ...stored,
      crowded: seed % 5 === 0,
    });
    studio.story.push(`settings ${JSON.stringify(sandbox.settings)}`);
    for (const name of CALENDARS) await studio.connect(name, `/me/calendars/${name}/events/`);
    return studio;
  }

  remote(calendar: CalendarName): ReadonlyMap<string, { readonly body: string }> {
    return new Map(
      this.sandbox.whole(MAIL, calendar).map((event) => [String(event['id']), { body: outlookText(event) }]),
    );
  }

  writes(): number {
    return this.sandbox.requests.filter(
      ({ method, path }) => /PATCH|DELETE/.test(method) || (method === 'POST' && path !== '/$batch'),
    ).length;
  }

  badHabits(): readonly string[] {
    return [...this.sandbox.complaints];
  }

  protected openAccount(): CalendarProvider {
    return this.#gateway.open(CREDENTIAL, this.#reach);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#gateway.close();
    await this.sandbox[Symbol.asyncDispose]();
  }
}

/** Whatever nobody outside Microsoft knows, either way. Without conditions no client could keep its word. */
function settingsOf(random: SeededRandom) {
  return {
    duplicateStatus: random.pick([409, 400] as const),
    duplicateNamesEvent: random.chance(0.5),
    ifMatch: random.pick([412, 409] as const),
    mastersInDelta: random.chance(0.5),
    deletionsInDelta: random.chance(0.5),
    masterFollows: random.chance(0.7),
    cancelledIds: random.pick(['dated', 'opaque'] as const),
    deadToken: random.pick([410, 400] as const),
    pageSize: random.pick([2, 100]),
    wrapsBodies: random.chance(0.5),
    replays: random.chance(0.3),
  };
}
