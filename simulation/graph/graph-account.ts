import { createGraphGateway } from '@atelier/providers/graph/graph-gateway';
import { outlookText } from '@atelier/providers/graph/testing/outlook-text';
import { parseAllowList } from '@atelier/providers/http/allow-list';
import { startGraphSandbox } from '@atelier/testkit/sandbox-graph/graph-sandbox';
import type { SeededRandom } from '@atelier/testkit/seeded-random';
import type { CalendarName, SimulatedAccount } from '../account.ts';
import type { OpenedAccount } from '../opened-account.ts';
import { MAIL, SignedInPerson } from '../signed-in-person.ts';
import { LIMITS, type World } from '../studio.ts';
import { graphSide } from './graph-side.ts';

/** A mailbox at Microsoft. @param troubled whether tokens make trouble too. */
export async function openGraphAccount(
  world: World,
  calendars: readonly CalendarName[],
  troubled: boolean,
): Promise<OpenedAccount> {
  const { random, chance, clock } = world;
  const now = () => Temporal.Instant.fromEpochMilliseconds(clock.ms);
  const person = await SignedInPerson.open('microsoft', world);
  const sandbox = await startGraphSandbox({
    random: () => chance.next(),
    newId: () => chance.uuid(),
    now,
    accepts: (token) => person.mailOf(token),
    settings: settingsOf(random),
  });
  sandbox.addUser(MAIL, 'Ann');
  for (const id of calendars) sandbox.addCalendar(MAIL, { id, name: id });
  const gateway = createGraphGateway({
    allow: parseAllowList('127.0.0.1'),
    now,
    monotonicMs: () => performance.now(),
    newId: numbered('request'),
    http: LIMITS,
  });
  const account: SimulatedAccount = {
    kind: 'microsoft',
    calendars,
    row: { name: 'Microsoft', address: sandbox.url, username: MAIL, secret: person.secret },
    story: `settings ${JSON.stringify(sandbox.settings)}`,
    hrefOf: (calendar) => `/me/calendars/${calendar}/events/`,
    remote: (calendar) =>
      new Map(
        sandbox.whole(MAIL, calendar).map((event) => [String(event['id']), { body: outlookText(event) }]),
      ),
    writes: () =>
      sandbox.requests.filter(
        ({ method, path }) => /PATCH|DELETE/.test(method) || (method === 'POST' && path !== '/$batch'),
      ).length,
    badHabits: () => [...sandbox.complaints, ...person.broken()],
    open: (connection, database) =>
      gateway.open(person.credential(database, connection), { base: sandbox.url, addresses: [MAIL] }),
    async [Symbol.asyncDispose]() {
      await gateway.close();
      await sandbox[Symbol.asyncDispose]();
      await person[Symbol.asyncDispose]();
    },
  };
  return {
    account,
    side: (studio) => graphSide({ studio, calendars, person: troubled ? person : null }, sandbox),
  };
}

function numbered(what: string): () => string {
  let count = 0;
  return () => `${what}-${(count += 1)}`;
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
