import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { addConnection } from '../testing/add-connection.ts';
import { createTestDatabase } from '../testing/migrated-database.ts';
import { transact } from '../transaction.ts';
import { deleteConnection, findConnection, insertConnection } from './connection-store.ts';
import { removeUnusedCredential } from './credential-store.ts';

it('a credential that two accounts share goes with the last of them', async () => {
  await using test = await createTestDatabase();
  const { database } = test;
  await database.prisma.user.create({ data: { id: 'ann', name: 'Ann', email: 'ann@studio.test' } });
  const first = await findConnection(database, await addConnection(database, { ownerId: 'ann' }));
  if (!first) throw new Error('it should be there');
  const { credentialId, ownerId, kind, name, address, accountId, reach, addresses, addressesAt, demo } =
    first;
  const second = randomUUID();
  await transact(database, (transaction) =>
    insertConnection(transaction, {
      id: second,
      credentialId,
      ownerId,
      kind,
      name,
      address,
      accountId,
      reach,
      addresses,
      addressesAt,
      demo,
    }),
  );
  const remove = (id: string) =>
    transact(database, async (transaction) => {
      await deleteConnection(transaction, id);
      await removeUnusedCredential(transaction, credentialId);
    });
  await remove(first.id);
  expect(await findConnection(database, second)).toMatchObject({ credentialId, username: 'x' });
  await remove(second);
  expect(await database.prisma.accountCredential.count()).toBe(0);
});
