import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../database.ts';
import { createTestDatabase, type TestDatabase } from '../testing/migrated-database.ts';

let opened: TestDatabase;
let database: Database;
beforeAll(async () => {
  opened = await createTestDatabase();
  database = opened.database;
});
afterAll(() => opened[Symbol.asyncDispose]());

describe('I8 whether a text is private', () => {
  const event = (line: string): string =>
    `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\n${line}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;

  test.each([
    ['SUMMARY:CLASS:PRIVATE', false],
    ['CLASS:PUBLIC', false],
    ['class:public', false],
    ['CLASS;X=1:PUBLIC ', false],
    ['CLASS:', false],
    ['DESCRIPTION:first\r\n CLASS:PRIVATE', false],
    ['CLASS:PRIVATE', true],
    ['CLASS:CONFIDENTIAL', true],
    ['Class;X-Y=z:X-SECRET', true],
    ['CLASS:PUBLICATION', true],
    ['CLA\r\n SS:PRIV\n ATE', true],
    ['CLA\u0001SS:PRIVATE', true],
    ['X:1\rCLASS:PRIVATE', true],
    ['CLASS:PUBLIC\r\nCLASS:PRIVATE', true],
  ])('%j: %j', async (line, secret) => {
    const rows = await database.query('SELECT is_private_event($1) AS it', [event(line)]);
    expect(rows).toEqual([{ it: secret }]);
  });

  test('what holds no event is private in doubt, and nothing at all is not', async () => {
    const rows = await database.query(
      "SELECT is_private_event('<html>') AS page, is_private_event('') AS empty, is_private_event(NULL) AS none",
    );
    expect(rows).toEqual([{ page: true, empty: true, none: false }]);
  });
});
