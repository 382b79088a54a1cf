import type { Mutant } from './mutant.ts';

const CALDAV = 'packages/providers/src/caldav';
const HTTP = 'packages/providers/src/http';
const FAULTS = `${CALDAV}/read/pull-faults.integration.test.ts`;
const RUNS = `${CALDAV}/read/pull-runs.integration.test.ts`;
const VERSIONS = `${CALDAV}/write/write-versions.integration.test.ts`;
const REFUSALS = `${CALDAV}/write/write-refusals.integration.test.ts`;
const WRITE_FAULTS = `${CALDAV}/write/write-faults.integration.test.ts`;
const PUSH = 'packages/sync/src/push/push.integration.test.ts';
const PULL = 'packages/sync/src/pull/pull.integration.test.ts';

const PROPER_ANSWER = '  if (answer.status === 207) {\n    return { ok: true, url: answer.url, items:';
const emptyWhen = (condition: string) =>
  `  if (${condition}) return { ok: true, url: answer.url, items: (async function* () {})() };\n${PROPER_ANSWER}`;

/** How the answers of a server are read, and what is asked of it. */
export const PROVIDER_MUTANTS: readonly Mutant[] = [
  {
    name: 'token-of-another-history-believed',
    why: 'After a restore, or a calendar made again, nothing ever arrives again.',
    file: `${CALDAV}/read/judge-token.ts`,
    find: "if (listed !== null && wentBackwards(sent, listed)) return 'broken';",
    replace: "if (listed === 'nothing' && wentBackwards(sent, listed)) return 'broken';",
    suites: [`${CALDAV}/read/judge-token.test.ts`, 'packages/sync/src/pull/lineage.integration.test.ts'],
  },
  {
    name: 'lines-end-as-they-came',
    why: 'Other apps get files that break the format, after every edit here.',
    file: `${CALDAV}/write/put-object.ts`,
    find: "body.replace(/\\r?\\n/g, '\\r\\n')",
    replace: "body.replace(/\\r\\n/g, '\\r\\n')",
    suites: ['packages/sync/src/push/lossless.integration.test.ts'],
  },
  {
    name: 'put-without-if-match',
    why: 'An edit overwrites what a colleague has just changed, unseen.',
    file: `${CALDAV}/write/put-object.ts`,
    find: 'headers: { ...BODY_TYPE, ...condition },',
    replace: 'headers: base === null ? { ...BODY_TYPE, ...condition } : BODY_TYPE,',
    suites: [VERSIONS, PUSH],
  },
  {
    name: 'create-without-if-none-match',
    why: 'A new event overwrites another one that has the same address.',
    file: `${CALDAV}/write/put-object.ts`,
    find: 'headers: { ...BODY_TYPE, ...condition },',
    replace: 'headers: base === null ? BODY_TYPE : { ...BODY_TYPE, ...condition },',
    suites: [VERSIONS, PUSH],
  },
  {
    name: 'delete-without-if-match',
    why: 'A deletion takes along what a colleague has just written.',
    file: `${CALDAV}/write/remove-object.ts`,
    find: "session.client.write({ method: 'DELETE', url, headers });",
    replace:
      "session.client.write({ method: 'DELETE', url, headers: headers['if-match'] === '' ? headers : {} });",
    suites: [VERSIONS, PUSH],
  },
  {
    name: 'move-overwrites-its-destination',
    why: 'A moved event replaces another one at its new place.',
    file: `${CALDAV}/write/move-object.ts`,
    find: "overwrite: 'F' };",
    replace: "overwrite: 'T' };",
    suites: [REFUSALS],
  },
  {
    name: 'base-taken-from-the-latest-version',
    why: 'A condition that always holds: a colleague’s change is overwritten unseen.',
    file: `${CALDAV}/write/put-object.ts`,
    find: 'await writeIfUnchanged(session, href, base, send);',
    replace: 'await writeIfUnchanged(session, href, (await lookAtObject(session, href)) ?? base, send);',
    suites: [VERSIONS, PUSH],
  },
  {
    name: 'any-version-will-do',
    why: 'A server that refuses an old version is told to take the edit whatever it has.',
    file: `${CALDAV}/write/write-condition.ts`,
    find: 'if (isStrong(current)) return [mustBe(current)];',
    replace: 'if (isStrong(current)) return [mustBe(current), MUST_EXIST];',
    suites: [`${CALDAV}/write/write-condition.test.ts`, VERSIONS],
  },
  {
    name: 'read-back-omitted',
    why: 'What the server made of an event is not known here, and the next edit is refused.',
    file: `${CALDAV}/write/put-object.ts`,
    find: 'if (answer.done) return storedVersion(session, href, answer, wire);',
    replace:
      "if (answer.done) return answer.header('etag') ? storedVersion(session, href, answer, wire) : { outcome: 'stored', href, etag: null, body };",
    suites: [VERSIONS, PUSH],
  },
  {
    name: 'promise-taken-for-done',
    why: 'An event that the server only promised to store is never sent again.',
    file: `${CALDAV}/wire/write-answer.ts`,
    find: 'new Set([200, 201, 204]);',
    replace: 'new Set([200, 201, 202, 204]);',
    suites: [WRITE_FAULTS, REFUSALS],
  },
  {
    name: 'not-found-taken-for-empty',
    why: 'A calendar whose address does not answer is emptied here.',
    file: `${CALDAV}/wire/dav-client.ts`,
    find: PROPER_ANSWER,
    replace: emptyWhen('answer.status === 404'),
    suites: [FAULTS],
  },
  {
    name: 'server-error-taken-for-empty',
    why: 'A server that is being updated empties the calendars here.',
    file: `${CALDAV}/wire/dav-client.ts`,
    find: PROPER_ANSWER,
    replace: emptyWhen('answer.status >= 500'),
    suites: [FAULTS],
  },
  {
    name: 'web-page-taken-for-empty',
    why: 'A login page in front of the server empties the calendars here.',
    file: `${CALDAV}/wire/dav-client.ts`,
    find: PROPER_ANSWER,
    replace: emptyWhen('answer.status === 200'),
    suites: [FAULTS],
  },
  {
    name: 'broken-off-answer-taken-for-whole',
    why: 'Half a list counts as all there is: the other half is deleted.',
    file: `${CALDAV}/wire/read-children.ts`,
    find: '  parser.close();\n',
    replace: '',
    suites: [`${CALDAV}/wire/read-multistatus.test.ts`, FAULTS],
  },
  {
    name: 'first-page-taken-for-all',
    why: 'Of a long list of changes only the beginning arrives.',
    file: `${CALDAV}/read/sync-report.ts`,
    find: 'if (!outcome.truncated) {',
    replace: 'if (!outcome.truncated || page >= 0) {',
    suites: [RUNS],
  },
  {
    name: 'refused-token-taken-for-no-change',
    why: 'After the server has forgotten where we were, nothing ever arrives again.',
    file: `${CALDAV}/read/incremental.ts`,
    find: "if (delta === null) return 'broken';",
    replace: "if (delta === null) {\n    yield lastPage(before);\n    return 'done';\n  }",
    suites: [RUNS],
  },
  {
    name: 'cursor-kept-at-an-incomplete-page',
    why: 'A sync that breaks off never fetches the rest of the changes.',
    file: `${CALDAV}/read/incremental.ts`,
    find: ': pageOf({ changed, removed, unreadable, cursor: before });',
    replace: ': pageOf({ changed, removed, unreadable, cursor: after });',
    suites: [`${CALDAV}/wire/broken-off.integration.test.ts`, RUNS],
  },
  {
    name: 'unfinished-list-taken-for-finished',
    why: 'A first sync that breaks off never fetches the rest of the calendar.',
    file: `${CALDAV}/read/changes.ts`,
    find: 'yield { ...page, ...(page.complete && arrival(list, request, lagging)), freshLineage };',
    replace: 'yield { ...page, ...arrival(list, request, lagging), freshLineage };',
    suites: [RUNS, PULL],
  },
  {
    name: 'reported-deletions-ignored',
    why: 'Cancelled appointments stay in the calendar and block it.',
    file: `${CALDAV}/fetch/member-event.ts`,
    find: "if (refusal !== null && refusal < 500) return { kind: 'gone', member };",
    replace: 'if (refusal !== null && refusal < 500) return null;',
    suites: [RUNS, PULL],
  },
  {
    name: 'missing-from-full-list-ignored',
    why: 'Deletions that the server did not tell are never noticed.',
    file: `${CALDAV}/read/plan-full-list.ts`,
    find: 'missing: [...known.keys()].filter((href) => !members.has(href)),',
    replace: 'missing: [...known.keys()].filter((href) => members.size < 0 && !members.has(href)),',
    suites: [`${CALDAV}/read/plan-full-list.test.ts`],
  },
  {
    name: 'missing-not-asked-for-by-name',
    why: 'A list that was cut short without a word deletes what it left out.',
    file: `${CALDAV}/read/changes.ts`,
    find: 'const confirm = missing.length <= session.limits.firstBatch ? missing : [];',
    replace: 'const confirm = missing.length < 0 ? missing : [];',
    suites: [FAULTS, RUNS],
  },
  {
    name: 'whole-calendar-taken-for-changes',
    why: 'With servers that forget tokens silently, deleted events stay for ever.',
    file: `${CALDAV}/read/plan-delta.ts`,
    find: "if (isRetelling(retold, known.size)) return { kind: 'compare-full-list' };",
    replace: "if (isRetelling(0, known.size)) return { kind: 'compare-full-list' };",
    suites: [`${CALDAV}/read/plan-delta.test.ts`, RUNS],
  },
  {
    name: 'poison-spoils-its-batch',
    why: 'One event that the server cannot hand out keeps hundreds from arriving.',
    file: `${CALDAV}/fetch/fetch-batch.ts`,
    find: "if (answer.status === 500) return 'spoilt';",
    replace: "if (answer.status === 599) return 'spoilt';",
    suites: [`${CALDAV}/read/poison.integration.test.ts`],
  },
  {
    name: 'retry-after-in-seconds-ignored',
    why: 'A provider that asked for peace for some seconds is asked again at once.',
    file: `${HTTP}/retry-after.ts`,
    find: 'if (/^\\d+$/.test(text)) return Math.min(Number(text) * 1000, LONGEST);',
    replace: 'if (/^\\d+$/.test(text)) return null;',
    suites: [`${HTTP}/retry-after.test.ts`],
  },
  {
    name: 'retry-after-as-date-ignored',
    why: 'A provider that said when it is back is asked again before.',
    file: `${HTTP}/retry-after.ts`,
    find: 'return Number.isNaN(at) ? null : Math.min(Math.max(0, at - now.epochMilliseconds), LONGEST);',
    replace: 'return Number.isNaN(at - now.epochMilliseconds) ? null : null;',
    suites: [`${HTTP}/retry-after.test.ts`],
  },
  {
    name: 'redirect-elsewhere-followed',
    why: 'The password goes to whatever server a redirect names.',
    file: `${HTTP}/redirect.ts`,
    find: 'const isKnown = sameOrigin || isUpgrade(from, target) || isPartition(from, target);',
    replace: 'const isKnown = sameOrigin || isUpgrade(from, target) || target.host !== "";',
    suites: [`${HTTP}/redirect.test.ts`, `${HTTP}/guarded-http.test.ts`],
  },
  {
    name: 'host-budget-off',
    why: 'A small server is asked hundreds of things at once and blocks the studio.',
    file: `${HTTP}/host-budget.ts`,
    find: 'if (gate.taken < limit) gate.taken += 1;',
    replace: 'if (gate.taken < limit + 1_000) gate.taken += 1;',
    suites: [`${HTTP}/host-budget.test.ts`],
  },
  {
    name: 'no-deadline',
    why: 'A server that never ends its answer keeps a worker for ever.',
    file: `${HTTP}/guarded-http.ts`,
    find: 'const deadline = AbortSignal.timeout(totalMs);',
    replace: 'const deadline = AbortSignal.timeout(totalMs + 3_600_000);',
    suites: [`${HTTP}/guarded-http.test.ts`],
  },
];
