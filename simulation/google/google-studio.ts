import type { Database } from '@atelier/database/database';
import { createGoogleGateway, type GoogleGateway } from '@atelier/providers/google/google-gateway';
import { rowTexts } from '@atelier/providers/google/testing/row-texts';
import { parseAllowList } from '@atelier/providers/http/allow-list';
import type { CalendarProvider } from '@atelier/providers/port/calendar-provider';
import { type GoogleSandbox, startGoogleSandbox } from '@atelier/testkit/sandbox-google/google-sandbox';
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
  signedIn: { personId: 'ann', tenantId: null, name: MAIL },
  accessToken: async () => MAIL,
} as const;

/** One studio with an account at Google. */
export class GoogleStudio extends AnyStudio {
  readonly sandbox: GoogleSandbox;
  readonly #gateway: GoogleGateway;

  private constructor(open: OpenStudio & { readonly sandbox: GoogleSandbox }) {
    super(open);
    this.sandbox = open.sandbox;
    this.#gateway = createGoogleGateway({
      allow: parseAllowList('127.0.0.1'),
      base: open.sandbox.api,
      now: () => Temporal.Instant.fromEpochMilliseconds(open.clock.ms),
      monotonicMs: () => performance.now(),
      http: LIMITS,
    });
  }

  static async open(database: Database, seed: number): Promise<GoogleStudio> {
    const random = seededRandom(seed);
    const clock = { ms: START };
    const chance = seededRandom(seed + 1_000_000_007);
    const sandbox = await startGoogleSandbox({
      random: () => chance.next(),
      now: () => Temporal.Instant.fromEpochMilliseconds(clock.ms),
    });
    Object.assign(sandbox.settings, settingsOf(random));
    sandbox.addUser(MAIL);
    for (const id of CALENDARS) sandbox.addCalendar(MAIL, { id });
    const stored = await storeAccount(database, random, {
      name: 'Google',
      address: sandbox.api,
      username: MAIL,
    });
    const crowded = seed % 5 === 0;
    const studio = new GoogleStudio({ random, database, sandbox, clock, ...stored, crowded });
    studio.story.push(`settings ${JSON.stringify(sandbox.settings)}`);
    for (const name of CALENDARS) await studio.connect(name, `${name}/`);
    return studio;
  }

  remote(calendar: CalendarName): ReadonlyMap<string, { readonly body: string }> {
    return rowTexts(this.sandbox.rows(MAIL, calendar));
  }

  writes(): number {
    return this.sandbox.requests.filter(({ method }) => method !== 'GET').length;
  }

  badHabits(): readonly string[] {
    return [...this.sandbox.complaints];
  }

  protected openAccount(): CalendarProvider {
    return this.#gateway.open(CREDENTIAL, {});
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#gateway.close();
    await this.sandbox[Symbol.asyncDispose]();
  }
}

/** Whatever nobody outside Google knows, either way. */
function settingsOf(random: SeededRandom) {
  return {
    pageSize: random.pick([2, 100]),
    emptyPages: random.chance(0.3),
    repeats: random.chance(0.3),
    exceptionsOnMove: random.pick(['kept', 'dropped'] as const),
    deletedIds: random.pick(['taken', 'free'] as const),
    masterFollows: random.chance(0.5),
  };
}
