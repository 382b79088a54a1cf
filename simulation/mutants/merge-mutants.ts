import type { Mutant } from './mutant.ts';

const PUSH = 'packages/sync/src/push/push.integration.test.ts';
const MERGE = 'packages/calendar/src/merge/merge-objects.test.ts';
const EDIT = 'packages/calendar/src/edit/edit-event.test.ts';
const MERGED = 'const merged = mergeObjects({ base, mine, theirs: remote.body, prefer, now });';

/** What is made of two versions, and how a text is changed. */
export const MERGE_MUTANTS: readonly Mutant[] = [
  {
    name: 'merge-always-mine',
    why: 'Whatever a colleague changed at the provider is overwritten.',
    file: 'packages/sync/src/reconcile/reconcile.ts',
    find: MERGED,
    replace: 'const merged = { text: mine, conflicts: [] as string[], equalsTheirs: base === prefer + now };',
    suites: [PUSH],
  },
  {
    name: 'merge-always-theirs',
    why: 'Every edit made here is lost when the event was touched at the provider.',
    file: 'packages/sync/src/reconcile/reconcile.ts',
    find: MERGED,
    replace:
      'const merged = { text: remote.body, conflicts: [] as string[], equalsTheirs: base !== prefer + now };',
    suites: [PUSH],
  },
  {
    name: 'conflict-policy-ignored',
    why: 'The calendar’s setting of who wins has no effect.',
    file: 'packages/sync/src/reconcile/reconcile.ts',
    find: "const prefer = policy === 'LOCAL' ? 'mine' : 'theirs';",
    replace: "const prefer = policy === 'LOCAL' ? 'theirs' : 'mine';",
    suites: [PUSH],
  },
  {
    name: 'untouched-field-undoes-theirs',
    why: 'A change of the title here puts the old place back that was changed there.',
    file: 'packages/calendar/src/merge/merge-units.ts',
    find: 'if (sameUnit(here, there) || sameUnit(here, was)) return THEIRS;',
    replace: 'if (sameUnit(here, there)) return THEIRS;',
    suites: [MERGE, PUSH],
  },
  {
    name: 'conflict-not-named',
    why: 'The losing side of a conflict is never told.',
    file: 'packages/calendar/src/merge/merge-units.ts',
    find: "return { patch: prefer === 'mine' ? patch : null, conflict: patch.group };",
    replace: "return { patch: prefer === 'mine' ? patch : null, conflict: null };",
    suites: [MERGE, PUSH],
  },
  {
    name: 'conflict-not-recorded',
    why: 'The version that lost is gone without a trace.',
    file: 'packages/sync/src/reconcile/settle-write.ts',
    find: 'if (conflict) await noteConflict(',
    replace: 'if (conflict && conflict.outcome === null) await noteConflict(',
    suites: [PUSH],
  },
  {
    name: 'conflict-without-losing-version',
    why: 'The conflict is listed, but what was lost cannot be brought back.',
    file: 'packages/sync/src/reconcile/settle-write.ts',
    find: 'const versions = { base: write.base?.source ?? null, mine, theirs: remote?.body ?? null };',
    replace:
      'const versions = { base: write.base?.source ?? null, mine: remote?.body ?? null, theirs: remote?.body ?? mine };',
    suites: [PUSH],
  },
  {
    name: 'same-content-not-adopted',
    why: 'What the server only annotated counts as a conflict with oneself.',
    file: 'packages/sync/src/reconcile/reconcile.ts',
    find: "if (isRewriteOf(remote.body, mine)) return { kind: 'settled', remote, conflict: null };",
    replace: "if (isRewriteOf(remote.body, '')) return { kind: 'settled', remote, conflict: null };",
    suites: ['packages/sync/src/reconcile/reconcile.test.ts', PUSH],
  },
  {
    name: 'edit-of-deleted-event-lost',
    why: 'An edit of an event that a colleague deleted disappears without a word.',
    file: 'packages/sync/src/reconcile/reconcile.ts',
    find: "if (policy !== 'LOCAL') return { kind: 'settled', remote: null, conflict };",
    replace: "if (policy !== 'LOCAL') return { kind: 'settled', remote: null, conflict: null };",
    suites: [PUSH],
  },
  {
    name: 'sequence-not-raised',
    why: 'Guests’ calendars ignore that an appointment was moved.',
    file: 'packages/calendar/src/edit/text/touch.ts',
    find: 'return significant ? setLine(modified, `SEQUENCE:${nextSequence(event)}`, place) : modified;',
    replace: 'return significant && nextSequence(event) < 0 ? event : modified;',
    suites: [EDIT],
  },
  {
    name: 'stamp-unchanged',
    why: 'Other programs take the edited event for the old version.',
    file: 'packages/calendar/src/edit/text/touch.ts',
    find: "const stamped = setLine(event, `DTSTAMP:${stamp}`, { lineEnd, after: ['UID'] });",
    replace: 'const stamped = event;',
    suites: [EDIT],
  },
  {
    name: 'untouched-lines-rewritten',
    why: 'A change of the title rewrites lines that other programs rely on.',
    file: 'packages/calendar/src/text/source-document.ts',
    find: "if (node.kind === 'line') return node.raw;",
    replace: "if (node.kind === 'line') return `${node.text}\\r\\n`;",
    suites: ['packages/calendar/src/text/source-document.test.ts', EDIT],
  },
  {
    name: 'split-invites-guests-again',
    why: 'Changing the rest of a series makes the server mail every guest.',
    file: 'packages/calendar/src/edit/edit-following.ts',
    find: 'return context.invite ? renamed : withoutInvitations(renamed);',
    replace: "return context.invite ? renamed : `${renamed}${withoutInvitations('')}`;",
    suites: [EDIT],
  },
  {
    name: 'copy-invites-guests-again',
    why: 'Keeping both sides of a conflict makes the server mail every guest.',
    file: 'packages/calendar/src/import/copy-event.ts',
    find: 'return withoutInvitations(writeSource({ nodes: nodes.map((node) => stamped(node, stampOf(now))) }));',
    replace:
      "return withoutInvitations('') + writeSource({ nodes: nodes.map((node) => stamped(node, stampOf(now))) });",
    suites: ['packages/calendar/src/import/object-file.test.ts'],
  },
];
