import { insertPerson } from '@atelier/database/people/person-store';
import { createTestDatabase } from '@atelier/database/testing/migrated-database';
import { transact } from '@atelier/database/transaction';
import { expect, test } from 'vitest';
import type { Guard } from '../../abuse/guard.ts';
import { givenStudio } from '../../studio/testing/given.ts';
import { beginTry, endTry } from './try-password.ts';

const GUARD = {
  accountHash: (email: string) => `hash of ${email.toLowerCase()}`,
  knownDevice: (email: string, mark: string) => (mark === `mark of ${email}` ? 'telephone' : null),
} as Guard;

async function openTries() {
  const test = await createTestDatabase();
  const { database } = test;
  let now = new Date('2026-03-12T10:00:00Z');
  const id = 'ann';
  const person = { id, email: 'ann@studio.test', name: 'Ann', role: 'ADMIN', language: null } as const;
  await transact(database, (transaction) => insertPerson(transaction, person, now));
  let ids = 0;
  const context = {
    database,
    guard: GUARD,
    secrets: { seal: (plain: string) => plain, open: (sealed: string) => sealed, isStale: () => false },
    clock: () => now,
    newId: () => `00000000-0000-4000-8000-${String((ids += 1)).padStart(12, '0')}`,
    given: givenStudio(),
  };
  return {
    context,
    later: (seconds: number) => {
      now = new Date(now.getTime() + seconds * 1_000);
    },
    mails: () =>
      database.query<{ recipient: string; subject: string }>('SELECT recipient, subject FROM mail'),
    [Symbol.asyncDispose]: () => test[Symbol.asyncDispose](),
  };
}

test('B10 after ten wrong passwords the person hears of it, once a day; an address of nobody hears nothing', async () => {
  await using tries = await openTries();
  for (const email of ['Ann@studio.test', 'nobody@studio.test']) {
    for (let n = 0; n < 14; n += 1) {
      expect(await beginTry(tries.context, { email, device: null })).toBeNull();
      tries.later(900);
    }
  }
  expect(await tries.mails()).toEqual([
    { recipient: 'ann@studio.test', subject: 'Wrong passwords were tried for your account' },
  ]);
});

test('B10 a right password ends the wait of its account and of no other', async () => {
  await using tries = await openTries();
  const ann = { email: 'ann@studio.test', device: null };
  const max = { email: 'max@studio.test', device: null };
  for (const one of [ann, max]) for (let n = 0; n < 5; n += 1) await beginTry(tries.context, one);
  expect(await beginTry(tries.context, ann)).toBe(15);
  tries.later(15);
  expect(await beginTry(tries.context, ann)).toBeNull();
  await endTry(tries.context, ann);
  expect(await beginTry(tries.context, ann)).toBeNull();
  expect(await beginTry(tries.context, max)).toBeNull();
  expect(await beginTry(tries.context, max)).toBe(30);
});

test('B10 a browser that the person has used is counted by itself; a mark of somebody else is none', async () => {
  await using tries = await openTries();
  const email = 'ann@studio.test';
  for (let n = 0; n < 5; n += 1) await beginTry(tries.context, { email, device: null });
  expect(await beginTry(tries.context, { email, device: 'mark of max@studio.test' })).toBe(15);
  for (let n = 0; n < 5; n += 1)
    expect(await beginTry(tries.context, { email, device: `mark of ${email}` })).toBeNull();
  expect(await beginTry(tries.context, { email, device: `mark of ${email}` })).toBe(15);
});
