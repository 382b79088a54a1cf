import { randomUUID } from 'node:crypto';
import { failConnection, healConnection } from '@atelier/database/account/connection-state';
import { listMails } from '@atelier/database/mail/mail-store';
import { addCalendar } from '@atelier/database/testing/add-calendar';
import { addConnection } from '@atelier/database/testing/add-connection';
import { createTestDatabase, type TestDatabase } from '@atelier/database/testing/migrated-database';
import { alertAdmins } from '@atelier/usecases/health/alert-admins';
import { workDue } from '@atelier/usecases/jobs/testing/work-due';
import type { Mailer } from '@atelier/usecases/mail/deliver-mail';
import { deliverAll } from '@atelier/usecases/mail/testing/deliver-all';
import { givenStudio } from '@atelier/usecases/studio/testing/given';
import { beforeEach, describe, expect, it } from 'vitest';
import { createSecretBox } from './secret-box.ts';
import { mailServer } from './testing/mail-server.ts';

const secrets = createSecretBox(['x'.repeat(40)]);
const START = new Date('2026-03-10T09:00:00Z');

let test: TestDatabase;
let connectionId: string;
let now: Date;

beforeEach(async () => {
  test = await createTestDatabase();
  now = START;
  const people = [
    ['boss', 'ADMIN', null],
    ['chef', 'ADMIN', 'fr'],
    ['lea', 'ARTIST', null],
  ] as const;
  for (const [id, role, language] of people) {
    await test.database.prisma.user.create({
      data: { id, name: id, email: `${id}@studio.test`, role, language },
    });
  }
  connectionId = randomUUID();
  await addConnection(test.database, {
    id: connectionId,
    ownerId: 'lea',
    name: 'Léa’s\r\nBcc: all@example.org',
    address: 'https://dav.example.org/secret-path/',
    username: 'lea',
    secret: 'sealed',
    homes: [],
  });
  const work = { ownerId: 'lea', connectionId, href: '/a/', name: 'Work', timeZone: 'Europe/Zurich' };
  await addCalendar(test.database, work);
  return () => test[Symbol.asyncDispose]();
});

const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000);
};
const fail = (stop = false) =>
  failConnection(test.database, connectionId, {
    kind: stop ? 'credentials' : 'unreachable',
    message: 'The server cannot be reached.',
    hint: 'Check it.',
    stop,
    wait: { until: now, counts: true, told: false },
    at: now,
  });
const heal = () => healConnection(test.database, connectionId, now);
const alert = () =>
  workDue(alertAdmins, {
    database: test.database,
    clock: () => now,
    newId: randomUUID,
    given: givenStudio({ url: 'https://atelier.example.org' }),
  });
const mails = async () =>
  (await listMails(test.database, 100)).map(({ recipient, subject }) => `${recipient}: ${subject}`).sort();

describe('alerts', () => {
  it('S9: a connection that stays broken is told to every admin once, and once when it works again', async () => {
    await fail();
    await alert();
    expect(await mails()).toEqual([]);
    later(31);
    await fail();
    await alert();
    await alert();
    later(60);
    await alert();
    expect(await mails()).toEqual([
      expect.stringMatching(/^boss@studio\.test: Calendars of .* are not in step$/),
      expect.stringMatching(/^chef@studio\.test: Les agendas de .* ne sont plus synchronisés$/),
    ]);
    await heal();
    await alert();
    await alert();
    expect(await mails()).toHaveLength(4);
  });

  it('S9: a refused password is told at once', async () => {
    await fail(true);
    await alert();
    expect(await mails()).toHaveLength(2);
  });

  it('one that comes and goes within half an hour disturbs nobody', async () => {
    for (let n = 0; n < 5; n += 1) {
      await fail();
      later(20);
      await alert();
      await heal();
      await alert();
    }
    expect(await mails()).toEqual([]);
  });

  it('S14: says what happened and what to do, and nothing that is private', async () => {
    await fail(true);
    await alert();
    const [mail] = (await listMails(test.database, 10)).filter(({ recipient }) =>
      recipient.startsWith('boss'),
    );
    expect(mail?.body).toContain('The server cannot be reached.');
    expect(mail?.body).toContain('https://atelier.example.org/health');
    expect(mail?.body).not.toMatch(/secret-path|sealed/);
    expect(mail?.subject).not.toMatch(/[\r\n]/);
  });
});

describe('delivery', () => {
  const given = givenStudio({ sender: 'Atelier <a@studio.test>', mailServer: true });
  const deliver = (mailer: Mailer | null) =>
    deliverAll({ database: test.database, clock: () => now, secrets, mailer, given });

  beforeEach(async () => {
    await fail(true);
    await alert();
  });

  const attempts = async () => (await listMails(test.database, 9)).map((mail) => mail.attempts);

  it('without a mail server everything is kept', async () => {
    await deliver(null);
    expect((await listMails(test.database, 9)).map(({ state }) => state)).toEqual(['WAITING', 'WAITING']);
  });

  it('sends each mail once, to one person, though two send at the same time', async () => {
    await using server = await mailServer();
    await Promise.all([deliver(server.mailer), deliver(server.mailer)]);
    await deliver(server.mailer);
    expect(server.received.map(({ to }) => to.join()).sort()).toEqual([
      'boss@studio.test',
      'chef@studio.test',
    ]);
    expect(server.received[0]?.text).not.toMatch(/^Bcc:/im);
    expect((await listMails(test.database, 9)).every(({ state }) => state === 'SENT')).toBe(true);
  });

  it('tries again later what a server refuses, and gives up after ten times, visibly', async () => {
    let well = false;
    await using server = await mailServer(() => (well ? null : new Error('greylisted')));
    await deliver(server.mailer);
    await deliver(server.mailer);
    expect(await attempts()).toEqual([1, 1]);
    for (let n = 0; n < 12; n += 1) {
      later(600);
      await deliver(server.mailer);
    }
    const [mail] = await listMails(test.database, 9);
    expect(mail).toMatchObject({
      state: 'FAILED',
      attempts: 10,
      failure: expect.stringContaining('greylisted'),
    });
    well = true;
    later(600);
    await deliver(server.mailer);
    expect(server.received).toEqual([]);
  });
});
