import { randomUUID } from 'node:crypto';
import { insertCredential } from '@atelier/database/account/credential-store';
import type { Database } from '@atelier/database/database';
import { findMailAccount, insertMailAccount } from '@atelier/database/mailbox/account-store';
import { createTestDatabase } from '@atelier/database/testing/migrated-database';
import { transact } from '@atelier/database/transaction';
import { readMessage } from '@atelier/mail/read/read-message';
import { parseAllowList } from '@atelier/providers/http/allow-list';
import { createMailGateway } from '@atelier/providers/mail/mail-gateway';
import type { MailAccess, MailReach } from '@atelier/providers/port/mail/mail-account';
import type { MailFinder } from '@atelier/providers/port/mail/mail-finder';
import type { MailProvider } from '@atelier/providers/port/mail/mail-provider';
import type { DovecotServer } from '@atelier/testkit/mail/dovecot';
import { createMailEngine, type MailEngine } from '../mail-engine.ts';
import type { MailServices } from '../mail-services.ts';

/** A mailbox at a real server, a database of its own, and an engine between them. */
export interface MailRoom extends AsyncDisposable {
  readonly database: Database;
  readonly services: MailServices;
  readonly engine: MailEngine;
  readonly accountId: string;
  /** As another program sees it. */
  other(): Promise<MailProvider>;
  /** What lies in a folder here, as it shows: subjects with flags, sorted. */
  shown(path: string): Promise<readonly string[]>;
  /** The same at the server. */
  there(path: string): Promise<readonly string[]>;
  run(full?: boolean): Promise<void>;
  /** Ids of places in a folder, of messages with these subjects. */
  places(path: string, ...subjects: readonly string[]): Promise<readonly string[]>;
  folderId(path: string): Promise<string>;
}

/** Mailboxes have passwords, and nothing is known of any address. */
export const nobodySignsIn: {
  readonly finder: MailFinder;
  readonly reachOf: () => MailReach;
} = {
  finder: { find: async () => ({ found: false, why: 'silent', host: '' }) },
  reachOf: () => ({ graph: '' }),
};

const gateway = createMailGateway({ allow: parseAllowList('127.0.0.1'), graph: null });

export async function openMailRoom(server: DovecotServer): Promise<MailRoom> {
  const test = await createTestDatabase();
  const { database } = test;
  const line = { host: server.host, port: server.port, security: 'none' as const, pinned: null };
  const access: MailAccess = {
    reach: { imap: line, smtp: line },
    address: server.username,
    credential: { kind: 'password', username: server.username, password: server.password },
    accountId: null,
  };
  const services: MailServices = {
    database,
    mail: gateway,
    reader: { read: (source) => readMessage(source).catch(() => null) },
    accessTo: ({ id, address, username, secret, reach }) => ({
      accountId: id,
      address,
      credential: { kind: 'password', username, password: secret },
      reach: reach as unknown as MailReach,
    }),
    clock: () => new Date(),
    random: () => 0.5,
    newId: randomUUID,
    report: (error) => {
      throw error;
    },
  };
  const accountId = randomUUID();
  await database.prisma.user.create({ data: { id: 'ann', name: 'Ann', email: 'ann@studio.test' } });
  await transact(database, async (transaction) => {
    const { username, password: secret } = server;
    const id = randomUUID();
    await insertCredential(transaction, {
      id,
      ownerId: 'ann',
      kind: 'PASSWORD',
      username,
      secret,
      scopes: [],
    });
    await insertMailAccount(transaction, {
      id: accountId,
      ownerId: 'ann',
      credentialId: id,
      name: 'Ann',
      address: username,
      sender: 'Ann',
      color: '#808080',
      reach: { ...access.reach } as never,
      sentCopy: 'AUTO',
      signIn: null,
      now: new Date(),
    });
  });
  if (!(await findMailAccount(database, accountId))) throw new Error('the account should be there');
  const engine = createMailEngine(services);
  const rows = (path: string) =>
    database.prisma.mailPlacement.findMany({ where: { shown: { path } }, include: { message: true } });
  return {
    database,
    services,
    engine,
    accountId,
    other: () => gateway.connect(access),
    async shown(path) {
      const found = await rows(path);
      return found.map(({ message, flags }) => `${message.subject} ${flags.join(',')}`.trim()).sort();
    },
    async there(path) {
      const provider = await gateway.connect(access);
      try {
        const folder = await provider.open(path);
        const messages = (await Array.fromAsync(folder.messages(await folder.uids()))).flat();
        return messages
          .filter(({ flags }) => !flags.includes('\\Deleted'))
          .map(({ subject, flags }) => `${subject} ${flags.join(',')}`.trim())
          .sort();
      } finally {
        await provider.close();
      }
    },
    async run(full = false) {
      const [report] = await engine.runNow([accountId], { full });
      if (report?.error) throw new Error(report.error.message);
    },
    async places(path, ...subjects) {
      return (await rows(path))
        .filter(({ message }) => subjects.includes(message.subject))
        .map(({ id }) => id);
    },
    async folderId(path) {
      const folder = await database.prisma.mailFolder.findFirst({ where: { path } });
      return folder?.id ?? '';
    },
    [Symbol.asyncDispose]: () => test[Symbol.asyncDispose](),
  };
}
