import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addCalendar } from '../testing/add-calendar.ts';
import { createTestDatabase } from '../testing/migrated-database.ts';
import { transact } from '../transaction.ts';
import { occurrencesIn } from './agenda-query.ts';
import { putObjects, removeObjects, type StoredObject } from './object-store.ts';

const HOUR = 3_600_000;

function object(start: number, end: number): StoredObject {
  const occurrence = {
    component: 0,
    recurrenceId: null,
    start,
    end,
    allDay: false,
    startDate: null,
    endDate: null,
    busy: true,
  };
  const id = randomUUID();
  const nothing = {
    components: [],
    flags: [],
    recurring: false,
    firstStart: start,
    lastEnd: end,
    quarantined: null,
  };
  return {
    id,
    href: `/${id}`,
    uid: id,
    etag: null,
    source: '',
    sequence: 0,
    ...nothing,
    occurrences: [occurrence],
  };
}

test('a window gives exactly the occurrences that touch it, long, short and without length', async () => {
  await using created = await createTestDatabase();
  const { database } = created;
  await database.prisma.user.create({ data: { id: 'a', name: 'A', email: 'a@b.test' } });
  const id = await addCalendar(database, { ownerId: 'a', name: 'c', timeZone: 'UTC' });
  const length = fc.constantFrom(0, 1, 5, 191, 192, 193, 24 * 40);
  const spans = fc.sample(fc.record({ start: fc.integer({ min: 0, max: 2_000 }), length }), {
    numRuns: 400,
    seed: 11,
  });
  const objects = spans.map(({ start, length: hours }) => object(start * HOUR, (start + hours) * HOUR));
  await transact(database, (transaction) => putObjects(transaction, id, objects));
  const windows = fc.sample(
    fc.record({ from: fc.integer({ min: 0, max: 2_000 }), hours: fc.integer({ min: 1, max: 800 }) }),
    { numRuns: 60, seed: 12 },
  );
  for (const { from, hours } of windows) {
    const [begin, end] = [from * HOUR, (from + hours) * HOUR];
    const found = await occurrencesIn(database, [id], { from: new Date(begin), to: new Date(end) });
    const touching = objects.filter(
      ({ occurrences: [one] }) => one!.start < end && (one!.end > begin || one!.start >= begin),
    );
    expect(found.map(({ objectId }) => objectId).sort()).toEqual(touching.map((one) => one.id).sort());
  }
  await transact(database, (transaction) =>
    removeObjects(
      transaction,
      objects.slice(0, 150).map((one) => one.id),
    ),
  );
  const count = () => database.query<{ n: number }>('SELECT count(*) AS n FROM occurrence');
  expect(await count()).toEqual([{ n: 250 }]);
  await database.query('DELETE FROM calendar WHERE id = $1', [id]);
  expect(await count()).toEqual([{ n: 0 }]);
});
