import type { Mutant } from './mutant.ts';

const LINEAGE = 'packages/sync/src/pull/lineage.integration.test.ts';
const TOKEN = 'packages/providers/src/caldav/read/judge-token.test.ts';
const UNFIT = 'packages/sync/src/push/lossless.integration.test.ts';
const GUARD = 'packages/sync/src/pull/removal-guard.test.ts';

/** Calendars that are made again, set back or shown only in part, and bytes that nobody must touch. */
export const RETURNING_MUTANTS: readonly Mutant[] = [
  {
    name: 'token-of-another-line-believed',
    why: 'A calendar that was made again keeps the events of the one before it.',
    file: 'packages/providers/src/caldav/read/judge-token.ts',
    find: 'if (wentBackwards(sent, received) || isAnotherLine(sent, received))',
    replace: 'if (wentBackwards(sent, received))',
    suites: [TOKEN],
  },
  {
    name: 'list-and-report-disagree-unheard',
    why: 'What a server forgot in a restore is missing here until the daily comparison.',
    file: 'packages/providers/src/caldav/read/judge-token.ts',
    find: "if (compared && received !== listed && !goesAhead(listed, received)) return 'doubtful';",
    replace: '',
    suites: [TOKEN, LINEAGE],
  },
  {
    name: 'new-history-guarded-like-the-old',
    why: 'A calendar that comes back with half of its events loses the other half here.',
    file: 'packages/sync/src/pull/removal-guard.ts',
    find: 'const few = freshLineage ? FEW_OF_OLD : FEW;',
    replace: 'const few = FEW;',
    suites: [GUARD],
  },
  {
    name: 'written-into-the-trash',
    why: 'An edit goes into a calendar that lies in the trash bin, and is gone with it.',
    file: 'packages/sync/src/run/account-run.ts',
    find: 'await pushWaiting(services, run, provider, present);',
    replace: 'await pushWaiting(services, run, provider, calendars);',
    suites: [LINEAGE],
  },
  {
    name: 'letters-split-by-folds',
    why: 'Every edit of an event with an accent in the wrong place spoils its title for everybody.',
    file: 'packages/calendar/src/text/decode-file.ts',
    find: 'const joiner = letterJoiner();',
    replace: 'const joiner = { push: (chunk: Uint8Array) => chunk, end: () => new Uint8Array(0) };',
    suites: ['packages/calendar/src/text/join-letters.test.ts'],
  },
  {
    name: 'letters-of-answers-split-by-folds',
    why: 'Titles with an accent in the wrong place come from the server with question marks.',
    file: 'packages/providers/src/caldav/wire/decode-text.ts',
    find: "joiner = decoder.encoding === 'utf-8' ? letterJoiner(isUtf8) : AS_IT_IS;",
    replace: 'joiner = AS_IT_IS;',
    suites: [UNFIT],
  },
  {
    name: 'damaged-text-written-back',
    why: 'A title that could not be read is replaced by question marks for everybody.',
    file: 'packages/calendar/src/edit/unfit-base.ts',
    find: "if (source.includes(WRONG_BYTE)) return 'wrong-bytes';",
    replace: '',
    suites: ['packages/calendar/src/edit/unfit-base.test.ts', UNFIT],
  },
  {
    name: 'bare-copy-taken-for-whole',
    why: 'A copy that a server has stripped is written back in the place of the whole event.',
    file: 'packages/calendar/src/edit/unfit-base.ts',
    find: "lineValue(event, 'CLASS')?.toUpperCase() === 'CONFIDENTIAL' || lineValue(event, 'DTSTAMP') === null,",
    replace: "lineValue(event, 'CLASS')?.toUpperCase() === 'CONFIDENTIAL',",
    suites: ['packages/calendar/src/edit/unfit-base.test.ts', UNFIT],
  },
];
