import type { Mutant } from './mutant.ts';

const PULL = 'packages/sync/src/pull/pull.integration.test.ts';
const ATOMIC = 'packages/sync/src/pull/atomic-pages.integration.test.ts';
const PUSH = 'packages/sync/src/push/push.integration.test.ts';
const PLAN = 'packages/sync/src/pull/page-plan.test.ts';

/** What a page of the provider does to the copy that is kept here. */
export const PULL_MUTANTS: readonly Mutant[] = [
  {
    name: 'cursor-saved-before-data',
    why: 'After a crash in the wrong moment some appointments never arrive.',
    file: 'packages/sync/src/pull/pull.ts',
    find: '  const counts = await transact(database, async (transaction) => {',
    replace: `  await database.query('UPDATE calendar SET cursor = $2 WHERE id = $1', [calendar.id, JSON.stringify(page.cursor)]);
  const counts = await transact(database, async (transaction) => {`,
    suites: [ATOMIC, PULL],
  },
  {
    name: 'pull-overwrites-waiting-edit',
    why: 'An edit made here is gone when the same event was changed at the provider before it was sent.',
    file: 'packages/sync/src/pull/settle-page.ts',
    find: 'const writes = hrefs.length === 0 ? [] : await writesAbout(transaction, calendarId, hrefs, uids);',
    replace:
      'const writes = hrefs.length < 0 ? await writesAbout(transaction, calendarId, hrefs, uids) : [];',
    suites: [PUSH],
  },
  {
    name: 'waiting-edit-of-renamed-event-lost',
    why: 'An edit is refused as "deleted there" when the provider only gave the event another address.',
    file: 'packages/sync/src/pull/settle-page.ts',
    find: "  return uid !== '' && result.ok && result.object.uid === uid;",
    replace: "  return uid === '' && result.ok && result.object.uid === uid;",
    suites: ['packages/sync/src/pull/renames.integration.test.ts', PUSH],
  },
  {
    name: 'renamed-event-loses-identity',
    why: 'An event that got another address counts as another one: links to it and its history break.',
    file: 'packages/sync/src/pull/page-plan.ts',
    find: "const moved = uid === '' ? undefined : movable.get(uid);",
    replace: "const moved = uid === '' ? undefined : new Map<string, ObjectFingerprint>().get(uid);",
    suites: [PLAN, PULL],
  },
  {
    name: 'rename-across-pages-unseen',
    why: 'In a full comparison a renamed event is deleted and made anew instead of renamed.',
    file: 'packages/sync/src/pull/with-renames.ts',
    find: 'if (uids.length === 0 || calendar.lastCompleteAt === null) return page;',
    replace: 'if (uids.length >= 0 || calendar.lastCompleteAt === null) return page;',
    suites: ['packages/sync/src/pull/renames.integration.test.ts', PULL],
  },
  {
    name: 'other-event-at-same-address-taken-for-edit',
    why: 'A different event under a reused address inherits the identity of the one before it.',
    file: 'packages/sync/src/pull/page-plan.ts',
    find: "if (before && uid !== '' && before.uid !== '' && before.uid !== uid) {",
    replace: "if (before && uid !== '' && before.uid === '' && before.uid !== uid) {",
    suites: [PLAN],
  },
  {
    name: 'unreadable-object-stops-the-page',
    why: 'One broken event keeps the whole calendar from being brought up to date.',
    file: 'packages/sync/src/mirror/stored-object.ts',
    find: 'if (!result.ok) return quarantinedObject({ id, href, etag, source }, result.reason);',
    replace: 'if (!result.ok) throw new Error(result.reason);',
    suites: [PULL],
  },
  {
    name: 'unreadable-object-replaces-readable-one',
    why: 'An event that the server fails to hand out once vanishes from the screen.',
    file: 'packages/sync/src/pull/page-plan.ts',
    find: 'if (byHref.has(object.href)) continue;',
    replace: 'if (!byHref.has(object.href)) continue;',
    suites: [PLAN],
  },
  {
    name: 'unchanged-page-announces',
    why: 'Every screen of the studio repaints at every sync although nothing has changed.',
    file: 'packages/sync/src/mirror/store-changes.ts',
    find: 'if (changes.put.length + changes.remove.length === 0) return;',
    replace: 'if (changes.put.length + changes.remove.length < 0) return;',
    suites: [PULL],
  },
  {
    name: 'unchanged-text-written-again',
    why: 'A server that renames its versions makes every event count as changed, for nothing.',
    file: 'packages/sync/src/pull/page-plan.ts',
    find: 'if (before?.digest === change.digest) {',
    replace: 'if (before?.digest === change.digest && before.etag === change.etag) {',
    suites: [PLAN],
  },
  {
    name: 'deletion-at-provider-not-kept',
    why: 'What was deleted at the provider by mistake cannot be brought back here.',
    file: 'packages/sync/src/pull/apply-page.ts',
    find: '  await buryObjects(transaction, plan.remove, { local: false, actorId: null, at: now });\n',
    replace: '',
    suites: ['packages/sync/src/push/tombstone.integration.test.ts', PULL],
  },
  {
    name: 'late-page-revives-deleted-event',
    why: 'An event that was deleted here comes back with a listing that lags behind.',
    file: 'packages/sync/src/pull/late-arrivals.ts',
    find: 'if (late.length === 0) return page;',
    replace: 'if (late.length >= 0) return page;',
    suites: [PUSH],
  },
  {
    name: 'quiet-although-changed',
    why: 'Changes at the provider do not arrive until the daily comparison.',
    file: 'packages/sync/src/run/account-run.ts',
    find: 'return settled && !wanted && remote.version !== null && remote.version === calendar.remoteVersion;',
    replace: 'return settled && !wanted && remote.version !== null;',
    suites: [PULL],
  },
];
