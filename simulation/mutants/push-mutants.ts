import type { Mutant } from './mutant.ts';

const PUSH = 'packages/sync/src/push/push.integration.test.ts';
const ORDER = 'packages/sync/src/push/push-order.integration.test.ts';
const ANSWERS = 'packages/sync/src/push/push-answers.integration.test.ts';
const TOMBSTONE = 'packages/sync/src/push/tombstone.integration.test.ts';

/** How an edit made here gets to the provider. */
export const PUSH_MUTANTS: readonly Mutant[] = [
  {
    name: 'outbox-row-deleted-before-answer',
    why: 'An edit is lost for good when the connection breaks while it is sent.',
    file: 'packages/sync/src/push/hand-over.ts',
    find: '  return { outcome: await provider.put(put), handed: mine };',
    replace: `  await services.database.query('DELETE FROM outbox WHERE id = $1', [write.id]);
  return { outcome: await provider.put(put), handed: mine };`,
    suites: [PUSH],
  },
  {
    name: 'outbox-order-ignored',
    why: 'While a server is slow the oldest edits wait longest.',
    file: 'packages/database/src/object/outbox-store.sql.ts',
    find: 'ORDER BY o.created_at, o.id LIMIT $limit',
    replace: 'ORDER BY o.created_at DESC, o.id LIMIT $limit',
    suites: [ORDER],
  },
  {
    name: 'waiting-predecessor-jumped',
    why: 'A moved event is deleted at its old place before it stands at the new one.',
    file: 'packages/database/src/object/outbox-store.sql.ts',
    find: `
       AND NOT EXISTS (SELECT 1 FROM outbox before WHERE before.id = o.after_id)
     ORDER BY`,
    replace: `
     ORDER BY`,
    suites: [ORDER, PUSH],
  },
  {
    name: 'move-deletes-before-the-copy-stands',
    why: 'A move that breaks off leaves no event at all.',
    file: 'packages/sync/src/mirror/local-write.ts',
    find: 'const follows = { afterId: putId, movedTo: objectId };',
    replace: 'const follows = { afterId: null, movedTo: objectId };',
    suites: [ORDER, PUSH],
  },
  {
    name: 'edit-at-old-place-of-a-move-lost',
    why: 'What a colleague changed while the event was being moved is gone.',
    file: 'packages/sync/src/reconcile/settle-write.ts',
    find: 'if (write.movedTo !== null && remote && before !== null && !isSameText(remote.body, before)) {',
    replace: 'if (write.movedTo !== null && remote && before !== null && isSameText(remote.body, before)) {',
    suites: [PUSH],
  },
  {
    name: 'masked-copy-written-back',
    why: 'What a colleague keeps confidential is replaced by “Busy”, for good.',
    file: 'packages/sync/src/push/push-write.ts',
    find: 'const unfit = unfitWrite(request, write);',
    replace: 'const unfit = write.attempts < 0 ? unfitWrite(request, write) : null;',
    suites: ['packages/sync/src/push/lossless.integration.test.ts'],
  },
  {
    name: 'edit-during-sending-dropped',
    why: 'Who saves twice in a row loses the second save.',
    file: 'packages/sync/src/push/stored.ts',
    find: "const unedited = current.operation === 'PUT' && current.mine === handed;",
    replace: "const unedited = current.operation === 'PUT';",
    suites: [ANSWERS],
  },
  {
    name: 'edit-of-refused-event-stays-back',
    why: 'An event that was corrected after a refusal is not sent before tomorrow.',
    file: 'packages/database/src/object/outbox-write.sql.ts',
    find: 'next_try_at = $now, attempts = 0,',
    replace: 'next_try_at = greatest(next_try_at, $now), attempts = 0,',
    suites: [ORDER],
  },
  {
    name: 'lost-create-made-again',
    why: 'A new event whose answer was lost stands there twice.',
    file: 'packages/sync/src/push/hand-over.ts',
    find: `
    href,
    body: mine,`,
    replace: `
    href: base === null ? freshHref({ href: calendar.href }, services.newId()) : href,
    body: mine,`,
    suites: [ANSWERS, PUSH],
  },
  {
    name: 'sent-text-not-noted',
    why: 'After a lost answer the own earlier text counts as an edit of somebody else: needless conflicts.',
    file: 'packages/sync/src/push/hand-over.ts',
    find: 'if (!(await noteSent(services.database, write.id, write.version, mine))) return null;',
    replace:
      'if (write.version < 0 && !(await noteSent(services.database, write.id, write.version, mine))) return null;',
    suites: [ANSWERS],
  },
  {
    name: 'sent-text-kept-under-the-servers-etag',
    why: 'What the server made of an event is never seen here, and is undone by the next edit.',
    file: 'packages/sync/src/push/stored.ts',
    find: 'const remote = { href, etag, body };',
    replace: 'const remote = { href, etag, body: handed };',
    suites: [ANSWERS, PUSH],
  },
  {
    name: 'refusal-stops-all-writes',
    why: 'One event that the server stumbles over keeps all others from being sent.',
    file: 'packages/sync/src/push/push.ts',
    find: "if (error instanceof LeaseLost || failure.rule.scope === 'account') throw error;",
    replace: "if (error instanceof LeaseLost || failure.rule.scope !== 'account') throw error;",
    suites: [ORDER, PUSH],
  },
  {
    name: 'failing-server-hammered',
    why: 'A server in trouble gets every waiting edit thrown at it, at every sync.',
    file: 'packages/sync/src/push/push.ts',
    find: 'const MOST_FAILURES = 3;',
    replace: 'const MOST_FAILURES = 3_000;',
    suites: [ORDER],
  },
  {
    name: 'stale-version-tried-for-ever',
    why: 'One event that a server never accepts keeps a worker busy for ever.',
    file: 'packages/sync/src/push/push-write.ts',
    find: 'for (let round = 1; write !== null && round <= MOST_ROUNDS; round += 1) {',
    replace: 'for (let round = 1; write !== null && round <= MOST_ROUNDS * 1_000; round += 1) {',
    suites: [PUSH],
  },
  {
    name: 'read-only-refusal-loses-text',
    why: 'What was written into a calendar without the right to do so is thrown away.',
    file: 'packages/sync/src/push/push-write.ts',
    find: "    if (outcome.outcome === 'refused') {",
    replace: `    if (outcome.outcome === 'refused' && outcome.reason === 'read-only' && write.base) {
      const { etag, source } = write.base;
      const remote = { href: write.href, etag, body: source };
      await settle(services, request, write, () => ({ kind: 'settled', remote, conflict: null }));
      return 'postponed';
    }
    if (outcome.outcome === 'refused') {`,
    suites: [PUSH],
  },
  {
    name: 'deleted-event-not-kept',
    why: 'What was deleted by mistake cannot be brought back.',
    file: 'packages/sync/src/mirror/local-write.ts',
    find: '  await buryObjects(transaction, [objectId], { local: true, actorId, at: now });\n',
    replace: '',
    suites: [PUSH],
  },
  {
    name: 'pull-drops-waiting-deletion',
    why: 'A deleted event is back after the next sync.',
    file: 'packages/sync/src/reconcile/reconcile.ts',
    find: 'if (write.base && isVersion(remote, write.base)) return versionStands({ write } as ReconcileInput, remote);',
    replace:
      "if (write.base && isVersion(remote, write.base)) return { kind: 'settled', remote, conflict: null };",
    suites: [TOMBSTONE, PUSH],
  },
  {
    name: 'taken-address-overwritten',
    why: 'A new event takes the place of somebody else’s that happens to have its address.',
    file: 'packages/sync/src/push/remote-version.ts',
    find: "  return found === null || uid === '' || found === uid;",
    replace: "  return found === null || uid === '' || found !== '';",
    suites: [PUSH],
  },
];
