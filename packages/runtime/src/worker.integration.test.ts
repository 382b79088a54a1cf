import { randomUUID } from 'node:crypto';
import { addMail, type MailAbout } from '@atelier/database/mail/mail-store';
import { createTestDatabase } from '@atelier/database/testing/migrated-database';
import { transact } from '@atelier/database/transaction';
import { OPERATOR } from '@atelier/usecases/actor';
import { rotateSecrets } from '@atelier/usecases/connections/rotate-secrets';
import { sendHeldMail } from '@atelier/usecases/mail/held-mail';
import { queueMail } from '@atelier/usecases/mail/queue-mail';
import { expect, it, vi } from 'vitest';
import { readConfig } from './config/config.ts';
import { openLiveServices } from './live-services.ts';
import { mailServer } from './testing/mail-server.ts';
import { startWorker } from './worker.ts';

const settings = (url: string, more: Record<string, string> = {}) => ({
  DATABASE_URL: url,
  ATELIER_SECRET: 'x'.repeat(40),
  ATELIER_LOG_LEVEL: 'silent',
  ...more,
});

it('B4: a mail goes out within seconds of the commit that made it', async () => {
  await using database = await createTestDatabase();
  await using server = await mailServer();
  const mail = { SMTP_URL: server.url, MAIL_FROM: 'Atelier <a@studio.test>' };
  await using services = await openLiveServices(readConfig(settings(database.url, mail)), 'test');
  const worker = await startWorker(services);
  const queued = {
    id: randomUUID(),
    once: 'one',
    recipient: 'nora@example.org',
    subject: 'Hi',
    body: 'Hi\n',
  };
  await transact(services.context.database, (transaction) => addMail(transaction, queued, new Date()));
  await vi.waitFor(() => expect(server.received).toHaveLength(1), { timeout: 6_000, interval: 50 });
  await worker.stop();
});

it('B10: links that wait are sealed anew with the passwords, and go out whole under the new secret', async () => {
  await using database = await createTestDatabase();
  await using server = await mailServer();
  const open = (secret: string, previous = '') =>
    openLiveServices(
      readConfig(settings(database.url, { ATELIER_SECRET: secret, ATELIER_SECRET_PREVIOUS: previous })),
      'test',
    );
  const [old, young] = ['o'.repeat(40), 'y'.repeat(40)];
  {
    await using services = await open(old);
    const links = { manage: { url: 'https://studio.test/booking/T', keep: () => Promise.resolve() } };
    const mail = {
      once: 'one',
      recipient: 'nora@example.org',
      subject: 'Hi',
      body: 'See:\n{manage}\n',
      links,
    };
    await transact(services.context.database, (transaction) =>
      queueMail(transaction, services.context, mail),
    );
  }
  {
    await using services = await open(young, old);
    const { context, factorKeys } = services;
    expect(await rotateSecrets({ ...context, factorKeys }, OPERATOR)).toMatchObject({ ok: true });
  }
  const mail = { SMTP_URL: server.url, MAIL_FROM: 'Atelier <a@studio.test>', ATELIER_SECRET: young };
  await using services = await openLiveServices(readConfig(settings(database.url, mail)), 'test');
  const worker = await startWorker(services);
  await vi.waitFor(() => expect(server.received).toHaveLength(1), { timeout: 6_000, interval: 50 });
  await worker.stop();
  expect(server.received[0]?.text).toContain('https://studio.test/booking/T');
});

it('S4: a worker that is told to stop in the middle of a mail ends it first, so that it is sent once', async () => {
  await using database = await createTestDatabase();
  const arrived = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<void>();
  await using server = await mailServer(undefined, () => {
    arrived.resolve();
    return answer.promise;
  });
  const config = readConfig(settings(database.url, { SMTP_URL: server.url, MAIL_FROM: 'a@studio.test' }));
  {
    await using services = await openLiveServices(config, 'test');
    await transact(services.context.database, async (transaction) => {
      for (const once of ['one', 'two', 'three', 'four', 'five', 'six']) {
        const text = { subject: once, body: 'Hi\n' };
        await addMail(
          transaction,
          { id: randomUUID(), once, recipient: `${once}@example.org`, ...text },
          new Date(),
        );
      }
    });
    const worker = await startWorker(services);
    await arrived.promise;
    let stopped = false;
    const stopping = worker.stop().then(() => {
      stopped = true;
    });
    expect([stopped, server.received.length]).toEqual([false, 0]);
    answer.resolve();
    await stopping;
  }
  expect(server.received).toHaveLength(4);
  const rows = await database.database.query<{ state: string; attempts: number; mails: number }>(
    'SELECT state, attempts, count(*)::int AS mails FROM mail GROUP BY state, attempts ORDER BY attempts DESC',
  );
  // Four go at once; the others were not begun, and nobody has to wait for them.
  expect(rows).toEqual([
    { state: 'SENT', attempts: 1, mails: 4 },
    { state: 'WAITING', attempts: 0, mails: 2 },
  ]);
});

it('B10: with the first mail server comes what is still true, and what is old waits for a word', async () => {
  await using database = await createTestDatabase();
  await using server = await mailServer();
  const { query } = database.database;
  const hours = (n: number) => new Date(Date.now() + n * 3_600_000);
  await transact(database.database, async (transaction) => {
    const add = (subject: string, made: Date, about: MailAbout) =>
      addMail(
        transaction,
        { id: randomUUID(), once: subject, recipient: 'nora@example.org', subject, body: 'Hi\n', about },
        made,
      );
    await add('received', hours(-3), { thread: 'booking' });
    await add('confirmed', hours(-2), { thread: 'booking' });
    await add('cancelled', hours(-1), { thread: 'booking' });
    await add('over', hours(-5), { thread: null, validUntil: hours(-1) });
    await add('old', hours(-30), { thread: null, validUntil: hours(100) });
  });
  const states = async () =>
    Object.fromEntries(
      (
        await query<{ subject: string; state: string }>(
          `SELECT subject, state || coalesce(':' || reason, '') AS state FROM mail`,
        )
      ).map(({ subject, state }) => [subject, state]),
    );
  const work = async (more: Record<string, string>, done: () => Promise<void>) => {
    await using services = await openLiveServices(readConfig(settings(database.url, more)), 'test');
    const worker = await startWorker(services);
    await done();
    await worker.stop();
  };
  const soon = { timeout: 10_000, interval: 50 };
  const overtaken = { received: 'DROPPED:later', confirmed: 'DROPPED:later', over: 'DROPPED:over' };
  await work({}, () =>
    vi.waitFor(
      async () => expect(await states()).toEqual({ ...overtaken, cancelled: 'WAITING', old: 'WAITING' }),
      soon,
    ),
  );
  const mail = { SMTP_URL: server.url, MAIL_FROM: 'Atelier <a@studio.test>' };
  await work(mail, async () => {
    await vi.waitFor(
      async () => expect(await states()).toEqual({ ...overtaken, cancelled: 'SENT', old: 'HELD:old' }),
      soon,
    );
    expect(server.received.map(({ text }) => /^Subject: (.*)$/m.exec(text)?.[1]?.trim())).toEqual([
      'cancelled',
    ]);
    expect(
      await sendHeldMail({ database: database.database, clock: () => new Date() }, OPERATOR, null),
    ).toMatchObject({
      value: 1,
    });
    await vi.waitFor(() => expect(server.received).toHaveLength(2), soon);
  });
});
