import { createGoogleGateway } from '@atelier/providers/google/google-gateway';
import { rowTexts } from '@atelier/providers/google/testing/row-texts';
import { parseAllowList } from '@atelier/providers/http/allow-list';
import { startGoogleSandbox } from '@atelier/testkit/sandbox-google/google-sandbox';
import type { SeededRandom } from '@atelier/testkit/seeded-random';
import type { CalendarName, SimulatedAccount } from '../account.ts';
import type { OpenedAccount } from '../opened-account.ts';
import { MAIL, SignedInPerson } from '../signed-in-person.ts';
import { LIMITS, type World } from '../studio.ts';
import { googleSide } from './google-side.ts';

/** An account at Google. @param troubled whether tokens make trouble too. */
export async function openGoogleAccount(
  world: World,
  calendars: readonly CalendarName[],
  troubled: boolean,
): Promise<OpenedAccount> {
  const { random, chance, clock } = world;
  const now = () => Temporal.Instant.fromEpochMilliseconds(clock.ms);
  const person = await SignedInPerson.open('google', world);
  const mailOf = (token: string) => person.mailOf(token);
  const sandbox = await startGoogleSandbox({ random: () => chance.next(), now, mailOf });
  Object.assign(sandbox.settings, settingsOf(random));
  sandbox.addUser(MAIL);
  for (const id of calendars) sandbox.addCalendar(MAIL, { id });
  const gateway = createGoogleGateway({
    allow: parseAllowList('127.0.0.1'),
    base: sandbox.api,
    now,
    monotonicMs: () => performance.now(),
    http: LIMITS,
  });
  const account: SimulatedAccount = {
    kind: 'google',
    calendars,
    row: { name: 'Google', address: sandbox.api, username: MAIL, secret: person.secret },
    story: `settings ${JSON.stringify(sandbox.settings)}`,
    hrefOf: (calendar) => `${calendar}/`,
    remote: (calendar) => rowTexts(sandbox.rows(MAIL, calendar)),
    writes: () => sandbox.requests.filter(({ method }) => method !== 'GET').length,
    badHabits: () => [...sandbox.complaints, ...person.broken()],
    open: (connection, database) => gateway.open(person.credential(database, connection), {}),
    async [Symbol.asyncDispose]() {
      await gateway.close();
      await sandbox[Symbol.asyncDispose]();
      await person[Symbol.asyncDispose]();
    },
  };
  return {
    account,
    side: (studio) => googleSide({ studio, calendars, person: troubled ? person : null }, sandbox),
  };
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
