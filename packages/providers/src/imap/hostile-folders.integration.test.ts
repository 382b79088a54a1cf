import { startImapDouble } from '@atelier/testkit/mail/imap-double';
import { expect, it } from 'vitest';
import { parseAllowList } from '../http/allow-list.ts';
import { createMailGateway } from '../mail/mail-gateway.ts';
import type { RemoteFolder } from '../port/mail/mail-provider.ts';

const gateway = createMailGateway({ allow: parseAllowList('127.0.0.1'), graph: null });

async function foldersOf(folders: readonly string[], capabilities = ''): Promise<readonly RemoteFolder[]> {
  await using server = await startImapDouble({ folders, capabilities });
  const imap = { host: '127.0.0.1', port: server.port, security: 'none' as const, pinned: null };
  const credential = { kind: 'password', username: 'ann', password: 'secret' } as const;
  const provider = await gateway.connect({
    reach: { imap, smtp: imap },
    address: 'ann@x.test',
    credential,
    accountId: null,
  });
  try {
    return await provider.folders();
  } finally {
    await provider.close();
  }
}

const INBOX = '* LIST () "/" INBOX';

it('M4 names in every encoding, with quotes, line breaks and controls, are one line each and keep apart', async () => {
  const named = await foldersOf([
    INBOX,
    // Modified UTF-7 (RFC 3501, 5.1.3): Été, 取引先, and one that is broken.
    '* LIST () "/" "&AMk-t&AOk-"',
    '* LIST () "/" "&U9ZfFVFI-"',
    '* LIST () "/" "&broken"',
    '* LIST () "/" "\u00c3\u0089t\u00c3\u00a9 raw"',
    '* LIST () "/" "with \\"quotes\\" and \\\\"',
    '* LIST () "/" {12}\r\nline\r\nbreak!',
    '* LIST () "/" "tab\there"',
    '* LIST () "/" "right\u00e2\u0080\u00aeleft"',
    '* LIST (\\Noselect) "/" "Container"',
    '* LIST () NIL "Flat"',
  ]);
  const names = named.map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining(['INBOX', 'Été', '取引先', 'with "quotes" and \\', 'Container', 'Flat']),
  );
  for (const name of names) {
    expect(name).not.toMatch(/[\r\n\t\u202a-\u202e]/);
  }
  expect(new Set(named.map(({ path }) => path)).size).toBe(named.length);
  expect(named.find(({ name }) => name === 'Container')?.selectable).toBe(false);
});

it('M6 fourteen thousand folders are listed within bounds, and the event loop goes on meanwhile', async () => {
  const many = Array.from({ length: 14_316 }, (_, n) => `* LIST () "/" "Clients/${n % 100}/${n}"`);
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  const before = process.memoryUsage().heapUsed;
  const folders = await foldersOf([INBOX, '* LIST (\\Sent) "/" Sent', ...many]);
  clearInterval(timer);
  expect(folders.length).toBeLessThanOrEqual(2_000);
  expect(folders.find(({ path }) => path === 'INBOX')?.role?.role).toBe('inbox');
  expect(folders.some(({ role }) => role?.role === 'sent')).toBe(true);
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(200 * 1024 * 1024);
  expect(longest).toBeLessThan(2_000);
});

it('M6 the folders that people need are among those that are listed, wherever the server names them', async () => {
  const many = Array.from({ length: 3_000 }, (_, n) => `* LIST () "/" "A${n}"`);
  const folders = await foldersOf([
    ...many,
    '* LIST (\\Sent) "/" "Z sent"',
    '* LIST (\\Trash) "/" "Z trash"',
    INBOX,
  ]);
  expect(folders.map(({ role }) => role?.role).filter(Boolean)).toEqual(
    expect.arrayContaining(['inbox', 'sent', 'trash']),
  );
});
