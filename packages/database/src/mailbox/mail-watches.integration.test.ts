import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { insertCredential } from '../account/credential-store.ts';
import type { Database } from '../database.ts';
import { createTestDatabase } from '../testing/migrated-database.ts';
import { transact } from '../transaction.ts';
import { claimMailWatches, dropMailWatches, insertMailAccount } from './account-store.ts';

const NOON = new Date('2026-07-06T12:00:00Z');
const after = (seconds: number) => new Date(NOON.getTime() + seconds * 1_000);

async function addMailbox(database: Database): Promise<string> {
  const [id, credentialId] = [randomUUID(), randomUUID()];
  const [ownerId, address] = ['ann', `${id}@studio.test`];
  await transact(database, async (transaction) => {
    const secret = { kind: 'PASSWORD', username: address, secret: 'sealed', scopes: [] } as const;
    await insertCredential(transaction, { id: credentialId, ownerId, ...secret });
    const shown = {
      name: 'Ann',
      address,
      sender: 'Ann',
      color: '#808080',
      signIn: null,
      sentCopy: 'AUTO',
    } as const;
    await insertMailAccount(transaction, { id, ownerId, credentialId, ...shown, reach: {}, now: NOON });
  });
  return id;
}

it('M7: one process listens for a mailbox, keeps it while it looks, and another takes over when it is silent', async () => {
  await using test = await createTestDatabase();
  const { database } = test;
  await database.prisma.user.create({ data: { id: 'ann', name: 'Ann', email: 'ann@studio.test' } });
  const all = [await addMailbox(database), await addMailbox(database), await addMailbox(database)].sort();
  const [one, other] = [randomUUID(), randomUUID()];
  const claim = async (watcher: string, seconds: number, most = 200) =>
    [...(await claimMailWatches(database, { watcher, now: after(seconds), most }))].sort();
  const versions = () => database.query('SELECT id, xmin::text AS version FROM mail_account ORDER BY id');

  const first = await claim(one, 0, 2);
  expect(first).toHaveLength(2);
  expect(await claim(other, 1)).toEqual(all.filter((id) => !first.includes(id)));
  // To look again soon is a read; later the claim is made anew, and no more are taken than it may have.
  const before = await versions();
  expect(await claim(one, 3, 2)).toEqual(first);
  expect(await versions()).toEqual(before);
  expect(await claim(one, 40, 2)).toEqual(first);
  expect(await versions()).not.toEqual(before);
  // The other has been silent for longer than its claim holds.
  expect(await claim(one, 60)).toEqual(all);
  await dropMailWatches(database, one);
  expect(await claim(other, 61)).toEqual(all);
});
