import type { EventFields } from '@atelier/calendar/edit/text/event-fields';
import { restoreBackup } from '@atelier/database/backup/restore-backup';
import { writeBackup } from '@atelier/database/backup/write-backup';
import { disconnectAll } from '@atelier/database/testing/migrated-database';
import { beforeEach, expect, it } from 'vitest';
import { OPERATOR } from '../../actor.ts';
import { listWaiting } from '../../conflicts/list-waiting.ts';
import { discardWaiting } from '../../conflicts/settle-waiting.ts';
import { addEvent } from '../../events/add-event.ts';
import { workDue } from '../../jobs/testing/work-due.ts';
import { sendHeldMail } from '../../mail/held-mail.ts';
import { deliverAll } from '../../mail/testing/deliver-all.ts';
import { givenStudio } from '../../studio/testing/given.ts';
import { remindClients } from '../mail/remind-clients.ts';
import { expectOk, openTestStudio, type TestStudio } from '../testing/studio.ts';
import { expireRequests } from './expire-requests.ts';
import { followBookings } from './follow-bookings.ts';

const HOUR_MS = 3_600_000;
const DOUBT = { message: 'It was still to be created.', hint: 'Look.' };

const zone = 'Europe/Zurich';
const FLASH_DAY: EventFields = {
  summary: 'Flash day',
  start: { local: '2026-03-12T16:30:00', zone },
  end: { local: '2026-03-12T17:30:00', zone },
  location: null,
  description: null,
  url: null,
  rrule: null,
  status: null,
  transparent: false,
  classification: 'public',
};

let studio: TestStudio;
let sent: string[];

beforeEach(async () => {
  studio = await openTestStudio();
  sent = [];
  return () => studio[Symbol.asyncDispose]();
});

const mailer = {
  send: async ({ to, subject }: { readonly to: string; readonly subject: string }) => {
    sent.push(`${to}: ${subject}`);
  },
};

/** What workers do, over and over, until nothing is left to do. */
async function rest(): Promise<void> {
  const { context, world, calendarId } = studio;
  for (let round = 0; round < 2; round += 1) {
    await world.sync(calendarId);
    for (const job of [followBookings, expireRequests, remindClients]) await workDue(job, context);
    await deliverAll({ ...context, given: givenStudio({ sender: 'studio@example.org' }), mailer });
  }
}

async function backUp(): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeBackup(studio.world.database.url, studio.world.at).script)
    pieces.push(piece);
  return Buffer.concat(pieces);
}

/** As an operator does it: every process is stopped, then the backup takes the place of everything. */
async function setBackTo(backup: Buffer) {
  const { url } = studio.world.database;
  await disconnectAll(url);
  async function* script() {
    yield backup;
  }
  return restoreBackup(url, script(), { replace: true, now: studio.world.at, doubt: DOUBT });
}

function eventNamed(title: string): string {
  const { sandbox } = studio.world;
  for (const [name, { body }] of sandbox.objects('ann', 'lea')) if (body.includes(title)) return name;
  throw new Error(`no event with ${title}`);
}

const states = async () =>
  (
    await studio.world.database.query<{ state: string }>('SELECT state::text FROM booking ORDER BY starts_at')
  ).map(({ state }) => state);

it('S2 S3 B10: an hour after it was set back by an hour, nothing is said twice, undone or doubled', async () => {
  const { world, context, calendarId } = studio;
  for (const time of ['10:00', '12:00', '15:00']) expectOk(await studio.book(time));
  await rest();
  expectOk(await addEvent(context, OPERATOR, { calendarId, fields: FLASH_DAY }));
  const backup = await backUp();

  // The hour that the database will not know of.
  await rest();
  world.at = new Date(world.at.getTime() + HOUR_MS);
  const first = eventNamed('20260312T100000');
  const { sandbox } = world;
  const confirmed = sandbox.objects('ann', 'lea').get(first)?.body ?? '';
  expect(confirmed).toContain('SUMMARY:REQUEST: ');
  sandbox.put('ann', 'lea', first, confirmed.replace('SUMMARY:REQUEST: ', 'SUMMARY:'));
  sandbox.remove('ann', 'lea', eventNamed('Flash day'));
  expectOk(await studio.book('13:30'));
  await rest();
  expect(await states()).toEqual(['CONFIRMED', 'REQUESTED', 'REQUESTED', 'REQUESTED']);
  expect(sent).toContain('nora@example.org: Confirmed: Small, Thu, 12 Mar 2026, 10:00');
  const [mails, remote] = [[...sent], studio.remote().toSorted()];

  await setBackTo(backup);
  await rest();
  expect(studio.remote().toSorted(), 'the provider is as people left it').toEqual(remote);
  expect(sent, 'nothing is said again').toEqual(mails);
  expect(await states(), 'what the artist answered is known').toEqual([
    'CONFIRMED',
    'REQUESTED',
    'REQUESTED',
  ]);

  // Nobody but a person knows whether it was never created, or created and deleted since.
  const [doubted, ...others] = await listWaiting(context, OPERATOR);
  expect(others).toEqual([]);
  expect(doubted).toMatchObject({ state: 'parked', summary: 'Flash day', failureKind: 'restored' });
  expectOk(await discardWaiting(context, OPERATOR, doubted?.id ?? ''));
  expect(await world.mirror(calendarId)).toEqual(world.remote('lea'));

  // Life goes on: who books now hears of it at once, and what was held goes by a word.
  expectOk(await studio.book('16:30', { client: { name: 'Zoe', email: 'zoe@example.org' } }));
  await rest();
  expect(sent.slice(mails.length).every((mail) => mail.startsWith('zoe@') || mail.startsWith('ann@'))).toBe(
    true,
  );
  expect(sent.slice(mails.length).some((mail) => mail.startsWith('zoe@'))).toBe(true);
  expect(expectOk(await sendHeldMail(context, OPERATOR, null))).toBeGreaterThan(0);
});
