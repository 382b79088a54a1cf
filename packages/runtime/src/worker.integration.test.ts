import { randomUUID } from 'node:crypto';
import { addMail } from '@atelier/database/mail-store';
import { createTestDatabase } from '@atelier/database/test-database';
import { transact } from '@atelier/database/transaction';
import { OPERATOR } from '@atelier/usecases/actor';
import { queueMail } from '@atelier/usecases/booking/mail/queue-mail';
import { rotateSecrets } from '@atelier/usecases/rotate-secrets';
import { expect, it, vi } from 'vitest';
import { readConfig } from './config.ts';
import { openLiveServices } from './services.ts';
import { mailServer } from './test-mail-server.ts';
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
  const worker = startWorker(services);
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
    expect(await rotateSecrets(services.context, OPERATOR)).toMatchObject({ ok: true });
  }
  const mail = { SMTP_URL: server.url, MAIL_FROM: 'Atelier <a@studio.test>', ATELIER_SECRET: young };
  await using services = await openLiveServices(readConfig(settings(database.url, mail)), 'test');
  const worker = startWorker(services);
  await vi.waitFor(() => expect(server.received).toHaveLength(1), { timeout: 6_000, interval: 50 });
  await worker.stop();
  expect(server.received[0]?.text).toContain('https://studio.test/booking/T');
});
