import { rm } from 'node:fs/promises';
import {
  type DovecotServer,
  dovecotInstalled,
  startDovecot,
  type TellsChanges,
} from '@atelier/testkit/mail/dovecot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { letter, mailContract } from '../contract/mail/mail-contract.ts';
import { parseAllowList } from '../http/allow-list.ts';
import { createMailGateway } from '../mail/mail-gateway.ts';
import { isLineReach, type MailAccess, type MailServer } from '../port/mail/mail-account.ts';

const gateway = createMailGateway({ allow: parseAllowList('127.0.0.1,localhost'), graph: null });

const WAYS: readonly {
  way: TellsChanges;
  changes: boolean;
  places: boolean;
  removes: boolean;
}[] = [
  { way: 'qresync', changes: true, places: true, removes: true },
  { way: 'condstore', changes: true, places: true, removes: true },
  { way: 'neither', changes: false, places: true, removes: true },
  { way: 'bare', changes: false, places: true, removes: false },
];

function accessTo(
  server: DovecotServer,
  changes: Partial<MailServer> = {},
  password = server.password,
): MailAccess {
  const imap: MailServer = {
    host: '127.0.0.1',
    port: server.port,
    security: 'none',
    pinned: null,
    ...changes,
  };
  const { username } = server;
  const credential = { kind: 'password', username, password } as const;
  return { reach: { imap, smtp: imap }, address: username, credential, accountId: null };
}

async function started(way: TellsChanges): Promise<DovecotServer> {
  const server = await startDovecot(way);
  if (!server) throw new Error('Dovecot vanished');
  return server;
}

for (const { way, ...tells } of WAYS) {
  describe.skipIf(!dovecotInstalled)(`Dovecot, ${way}`, () => {
    let server: DovecotServer;
    beforeAll(async () => {
      server = await started(way);
    });
    afterAll(() => server[Symbol.asyncDispose]());
    mailContract(`Dovecot, ${way}`, () => ({
      tells,
      connect: () => gateway.connect(accessTo(server)),
      reset: () => rm(server.maildir, { recursive: true, force: true }),
    }));
  });
}

describe.skipIf(!dovecotInstalled)('lines to a mail server', () => {
  let server: DovecotServer;
  beforeAll(async () => {
    server = await started('qresync');
  });
  afterAll(() => server[Symbol.asyncDispose]());

  const failure = (changes: Partial<MailServer>, password?: string) =>
    gateway.connect(accessTo(server, changes, password)).then(
      () => null,
      (error: unknown) => error,
    );

  it.each(['tls', 'starttls'] as const)(
    'M4: a certificate that nobody vouches for is shown, and holds once accepted (%s)',
    async (security) => {
      const port = security === 'tls' ? server.tlsPort : server.port;
      const changes = { host: 'localhost', security, port };
      expect(await failure(changes)).toMatchObject({
        kind: 'unreachable',
        message: expect.stringContaining('certificate'),
      });
      const { reach } = accessTo(server, changes);
      const offered = isLineReach(reach) ? await gateway.certificate(reach.imap, 'imap') : null;
      expect(offered?.subject).toContain('CN=localhost');
      const pinned = offered && { fingerprint: offered.fingerprint, certificate: offered.certificate };
      expect(await failure({ ...changes, pinned })).toBeNull();
      const other = pinned && { ...pinned, fingerprint: pinned.fingerprint.replace(/^../, '00') };
      expect(await failure({ ...changes, pinned: other })).toMatchObject({ kind: 'unreachable' });
    },
  );

  it('S14: a wrong password is told from everything else, and no password goes where nobody allowed it', async () => {
    expect(await failure({}, 'wrong')).toMatchObject({ kind: 'credentials' });
    expect(await failure({ port: 1 })).toMatchObject({ kind: 'unreachable' });
    const strict = createMailGateway({ allow: parseAllowList(''), graph: null });
    await expect(strict.connect(accessTo(server))).rejects.toMatchObject({ kind: 'refused-address' });
    const inClear = { host: 'mail.example.org', port: 143 };
    await expect(strict.connect(accessTo(server, inClear))).rejects.toMatchObject({
      name: 'ProviderFailure',
    });
  });

  it('M7: a watched inbox says that something came', async () => {
    const provider = await gateway.connect(accessTo(server));
    const heard = Promise.withResolvers<void>();
    const watch = await gateway.watch(accessTo(server), heard.resolve);
    await provider.append('INBOX', letter(1), [], new Date('2026-03-10T09:00:00Z'));
    await heard.promise;
    await watch.close();
    await watch.ended;
    await provider.close();
  });
});
