import { expect, test } from 'vitest';
import { connectionOverview } from '../account/connection-list.ts';
import type { Database } from '../database.ts';
import { findPersonLink } from '../people/person-link-store.ts';
import { noticeToSend } from '../push/push-store.ts';
import { feedsOf, openFeed } from '../sharing/feed-store.ts';
import { listGroups } from '../sharing/group-store.ts';
import { lastWriter } from '../undo/replaced-texts.ts';

/** A database whose every row has lost its other half between the two statements that read it. */
const halves = { user: null, owner: null, credential: null, device: null, actor: null };
const torn = {
  prisma: new Proxy(
    {},
    {
      get: () => ({
        findMany: async () => [{ ...halves, members: [{ ...halves, level: 'READ' }], sources: [] }],
        findFirst: async () => halves,
      }),
    },
  ),
} as unknown as Database;

const NOW = new Date('2026-03-10T09:00:00Z');
const hash = Buffer.alloc(32);

test.each([
  ['accounts', () => connectionOverview(torn), []],
  ['addresses of a calendar', () => feedsOf(torn, 'x'), []],
  ['an address of a calendar', () => openFeed(torn, hash), null],
  ['a link of a person', () => findPersonLink(torn, hash, NOW), null],
  ['a notice to a device', () => noticeToSend(torn, 'x'), null],
  ['members of a group', async () => (await listGroups(torn)).flatMap(({ members }) => members), []],
  ['who wrote an event last', () => lastWriter(torn, 'x'), null],
] as const)(
  'S4 of %s that are just being removed nothing is shown, and nothing fails',
  async (_, read, left) => {
    expect(await read()).toEqual(left);
  },
);
