import { expect, it } from 'vitest';
import { openDatabase } from './database.ts';
import { createTestDatabase } from './testing/migrated-database.ts';

it('S2: who asks on when the process ends is answered to the end', async () => {
  await using test = await createTestDatabase();
  const database = openDatabase(test.database.url, 2);
  const first = database.query('SELECT pg_sleep(0.05)');
  const both = first.then(() => database.query<{ answer: number }>('SELECT 42 AS answer'));
  await database[Symbol.asyncDispose]();
  expect(await both).toEqual([{ answer: 42 }]);
});
