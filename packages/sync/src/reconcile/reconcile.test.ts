import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ConflictPolicy,
  type ReconcileInput,
  type RemoteVersion,
  reconcile,
  type Settlement,
} from './reconcile.ts';

const NOW = Temporal.Instant.from('2026-03-10T12:00:00Z');
const FRESH = '/work/fresh.ics';
const HREF = '/work/one.ics';

interface Fields {
  readonly title: string;
  readonly place: string;
  readonly notes: string;
  readonly hour: number;
}

const BASE: Fields = { title: 'Koi', place: 'Chair 1', notes: 'Arm', hour: 9 };

function text({ title, place, notes, hour }: Fields): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Somebody else//EN',
    'BEGIN:VEVENT',
    'UID:one',
    'DTSTAMP:20260101T000000Z',
    `SUMMARY:${title}`,
    `LOCATION:${place}`,
    `DESCRIPTION:${notes}`,
    `DTSTART:20260401T${String(hour).padStart(2, '0')}0000Z`,
    'DURATION:PT1H',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}

/** Values of a text, as somebody reads them. */
function fieldsOf(source: string): Fields {
  const read = (name: string) => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(source)?.[1] ?? '';
  return {
    title: read('SUMMARY'),
    place: read('LOCATION'),
    notes: read('DESCRIPTION'),
    hour: Number(read('DTSTART').slice(9, 11)),
  };
}

function edit(change: Partial<ReconcileInput['write']> = {}): ReconcileInput['write'] {
  const base = { etag: '"1"', source: text(BASE) };
  return { operation: 'PUT', href: HREF, uid: 'one', base, sent: null, mine: null, movedTo: null, ...change };
}

function remote(fields: Partial<Fields> = {}, etag = '"2"'): RemoteVersion {
  return { href: HREF, etag, body: text({ ...BASE, ...fields }) };
}

function settle(
  write: ReconcileInput['write'],
  seen: RemoteVersion | null,
  policy: ConflictPolicy = 'REMOTE',
  ownedByOther = false,
): Settlement {
  return reconcile({ write, remote: seen, policy, ownedByOther, now: NOW, freshHref: FRESH });
}

const mine = (fields: Partial<Fields>) => text({ ...BASE, ...fields });

describe('an edit that waits', () => {
  it('S2: goes on as it was while the provider has its base', () => {
    expect(settle(edit({ mine: mine({ title: 'Dragon' }) }), remote({}, '"1"'))).toEqual({
      kind: 'unchanged',
    });
  });

  it('S2: takes the new name of the same text, and is written against that', () => {
    const write = edit({ mine: mine({ title: 'Dragon' }) });
    expect(settle(write, remote({}, '"renamed"'))).toMatchObject({
      kind: 'rebase',
      remote: { etag: '"renamed"' },
      mine: write.mine,
      conflict: null,
    });
  });

  it('S1: follows its event to a new address', () => {
    const moved = { ...remote({}, '"1"'), href: '/work/elsewhere.ics' };
    expect(settle(edit({ mine: mine({ title: 'Dragon' }) }), moved)).toMatchObject({
      kind: 'rebase',
      href: '/work/elsewhere.ics',
    });
  });

  it('S3: has arrived when the provider has its text, whoever answered', () => {
    const arrived = remote({ title: 'Dragon' });
    expect(settle(edit({ mine: mine({ title: 'Dragon' }) }), arrived)).toEqual({
      kind: 'settled',
      remote: arrived,
      conflict: null,
    });
  });

  it('S2 case 25: is joined with what another group says now', () => {
    const settlement = settle(edit({ mine: mine({ title: 'Dragon' }) }), remote({ place: 'Chair 2' }));
    expect(settlement).toMatchObject({ kind: 'rebase', conflict: null });
    expect(settlement.kind === 'rebase' && fieldsOf(settlement.mine ?? '')).toMatchObject({
      title: 'Dragon',
      place: 'Chair 2',
    });
  });

  it.each([
    ['REMOTE', { kind: 'settled', conflict: { outcome: 'THEIRS', groups: ['title'] } }],
    ['LOCAL', { kind: 'rebase', conflict: { outcome: 'MINE', groups: ['title'] } }],
    ['ASK', { kind: 'settled', conflict: { outcome: null, groups: ['title'] } }],
  ] as const)(
    'S2 case 25: where both said the same thing anew, %s decides and the other is kept',
    (policy, expected) => {
      const settlement = settle(
        edit({ mine: mine({ title: 'Dragon' }) }),
        remote({ title: 'Tiger' }),
        policy,
      );
      expect(settlement).toMatchObject(expected);
    },
  );

  it('S2: an edit of a text that has arrived meanwhile is no conflict with itself', () => {
    const sent = mine({ title: 'Dragon' });
    const settlement = settle(edit({ sent, mine: mine({ title: 'Dragons' }) }), remote({ title: 'Dragon' }));
    expect(settlement).toMatchObject({ kind: 'rebase', conflict: null });
    expect(settlement.kind === 'rebase' && fieldsOf(settlement.mine ?? '').title).toBe('Dragons');
  });

  it.each([
    ['REMOTE', { kind: 'settled', remote: null, conflict: { kind: 'REMOTE_DELETED', outcome: 'THEIRS' } }],
    ['ASK', { kind: 'settled', remote: null, conflict: { kind: 'REMOTE_DELETED', outcome: null } }],
    ['LOCAL', { kind: 'rebase', remote: null, href: FRESH, conflict: { outcome: 'MINE' } }],
  ] as const)('S2 case 26: deleted there, %s: no loop, and nothing lost', (policy, expected) => {
    expect(settle(edit({ mine: mine({ title: 'Dragon' }) }), null, policy)).toMatchObject(expected);
  });

  it('S3 case 24: a create that is not there is still to be made, under its own address', () => {
    expect(settle(edit({ base: null, mine: mine({}) }), null)).toEqual({ kind: 'unchanged' });
  });
});

describe('a deletion that waits', () => {
  const deletion = (change: Partial<ReconcileInput['write']> = {}) =>
    edit({ operation: 'DELETE', ...change });

  it('S7: is done when the provider has nothing there', () => {
    expect(settle(deletion(), null)).toEqual({ kind: 'settled', remote: null, conflict: null });
  });

  it('S2: goes on while the provider has its base', () => {
    expect(settle(deletion(), remote({}, '"1"'))).toEqual({ kind: 'unchanged' });
  });

  it.each([
    ['REMOTE', { kind: 'settled', conflict: { kind: 'LOCAL_DELETED', outcome: 'THEIRS' } }],
    ['ASK', { kind: 'settled', conflict: { kind: 'LOCAL_DELETED', outcome: null } }],
    ['LOCAL', { kind: 'rebase', mine: null, conflict: { kind: 'LOCAL_DELETED', outcome: 'MINE' } }],
  ] as const)('S2 case 26: edited there, %s: both versions are kept', (policy, expected) => {
    expect(settle(deletion(), remote({ title: 'Tiger' }), policy)).toMatchObject(expected);
  });

  it('S3: of a create whose answer was lost deletes what has arrived after all', () => {
    const settlement = settle(deletion({ base: null, sent: mine({}) }), remote({}, '"9"'));
    expect(settlement).toMatchObject({ kind: 'rebase', mine: null, conflict: null, remote: { etag: '"9"' } });
  });

  it('S3 case 27: of a create whose answer was lost knows its text again as the server rewrote it', () => {
    const rewritten = { ...remote(), body: mine({}).replace('END:VEVENT', 'X-SERVER-SEES:1\r\nEND:VEVENT') };
    const settlement = settle(deletion({ base: null, sent: mine({}) }), rewritten);
    expect(settlement).toMatchObject({ kind: 'rebase', mine: null, conflict: { outcome: 'MINE' } });
  });

  it('S3 case 32: of an old place lets what was changed there move on', () => {
    const settlement = settle(deletion({ movedTo: 'object-2' }), remote({ title: 'Tiger' }));
    expect(settlement).toMatchObject({ kind: 'rebase', mine: null, conflict: null });
  });
});

describe('any two histories', () => {
  const value = fc.constantFrom('a', 'b', 'c');
  const changes = fc.record(
    { title: value, place: value, notes: value, hour: fc.integer({ min: 10, max: 13 }) },
    { requiredKeys: [] },
  );
  const policy = fc.constantFrom<ConflictPolicy>('REMOTE', 'LOCAL', 'ASK');
  const etag = fc.constantFrom('"1"', '"2"', null);
  const history = fc.record({ here: changes, there: changes, etag, policy });

  /** What the world holds once the settlement has been carried out. */
  function written(settlement: Settlement, write: ReconcileInput['write'], seen: RemoteVersion): string {
    if (settlement.kind === 'unchanged') return write.mine ?? '';
    return settlement.kind === 'settled' ? seen.body : (settlement.mine ?? '');
  }

  it('S2: every value that only one side changed survives, and a clash is told', () => {
    fc.assert(
      fc.property(history, ({ here, there, policy }) => {
        const write = edit({ mine: mine(here) });
        const seen = remote(there);
        const settlement = settle(write, seen, policy);
        const now = fieldsOf(written(settlement, write, seen));
        const wins = policy === 'LOCAL' ? 'mine' : 'theirs';
        let clashes = false;
        for (const key of ['title', 'place', 'notes', 'hour'] as const) {
          const [before, ours, yours] = [BASE[key], { ...BASE, ...here }[key], { ...BASE, ...there }[key]];
          const clash = ours !== before && yours !== before && ours !== yours;
          clashes ||= clash;
          const expected = clash ? (wins === 'mine' ? ours : yours) : ours === before ? yours : ours;
          expect(now[key]).toBe(expected);
        }
        expect(settlement.kind !== 'unchanged' && settlement.conflict !== null).toBe(clashes);
      }),
      { numRuns: 4_000 },
    );
  });

  it('S2 S3: a create that has arrived, and was edited there before we knew, loses neither text unsaid', () => {
    fc.assert(
      fc.property(history, ({ here, there, policy }) => {
        const write = edit({ base: null, sent: mine(here), mine: mine(here) });
        const seen = remote(there);
        const settlement = settle(write, seen, policy);
        const same = text({ ...BASE, ...here }) === seen.body;
        expect(settlement.kind !== 'unchanged' && settlement.conflict !== null).toBe(!same);
      }),
      { numRuns: 1_000 },
    );
  });

  it('S5: what was settled once is not settled anew when nothing has happened since', () => {
    fc.assert(
      fc.property(history, ({ here, there, etag, policy }) => {
        const write = edit({ mine: mine(here) });
        const seen = { ...remote(there), etag };
        const first = settle(write, seen, policy);
        if (first.kind !== 'rebase' || !first.remote) return;
        const base = { etag: first.remote.etag, source: first.remote.body };
        const again = settle(edit({ base, mine: first.mine }), seen, policy);
        expect(again.kind).toBe(etag === null ? again.kind : 'unchanged');
        expect(again).not.toMatchObject({ conflict: { kind: 'BOTH_EDITED' } });
      }),
      { numRuns: 3_000 },
    );
  });

  it('S1: once written, the provider has it and nothing waits any more', () => {
    fc.assert(
      fc.property(history, ({ here, there, policy }) => {
        const write = edit({ mine: mine(here) });
        const seen = remote(there);
        const first = settle(write, seen, policy);
        const there2 = { href: HREF, etag: '"3"', body: written(first, write, seen) };
        const base = { etag: seen.etag, source: seen.body };
        const next = settle(edit({ base, sent: there2.body, mine: there2.body }), there2, policy);
        expect(next).toEqual({ kind: 'settled', remote: there2, conflict: null });
      }),
      { numRuns: 3_000 },
    );
  });

  it('S2: a deletion against any version loses neither that version nor the wish', () => {
    fc.assert(
      fc.property(history, ({ there, etag, policy }) => {
        const seen = { ...remote(there), etag };
        const settlement = settle(edit({ operation: 'DELETE' }), seen, policy);
        const changed = seen.body !== text(BASE) && etag !== '"1"';
        if (!changed) expect(settlement).not.toHaveProperty('conflict.kind');
        else expect(settlement).toHaveProperty('conflict.kind', 'LOCAL_DELETED');
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a version that must not be built upon', () => {
  const hidden = { ...remote({ title: 'Busy' }), etag: '"2"' };
  const masked = { ...hidden, body: hidden.body.replace(/^DTSTAMP.*\r?\n/m, '') };

  it('S6: a copy that hides what its owner wrote stands, and ours is kept beside it, whatever the policy', () => {
    const write = edit({ mine: mine({ title: 'Dragon' }) });
    for (const policy of ['REMOTE', 'LOCAL', 'ASK'] as const) {
      expect(settle(write, masked, policy, true)).toMatchObject({
        kind: 'settled',
        remote: masked,
        conflict: { kind: 'BOTH_EDITED', outcome: 'THEIRS' },
      });
    }
    // In a calendar of the account's own nothing is hidden.
    expect(settle(write, masked, 'LOCAL').kind).toBe('rebase');
  });

  it('S6: nor is a text with bytes that are no letters merged', () => {
    const damaged = { ...hidden, body: hidden.body.replace('SUMMARY:', 'SUMMARY:\uFDD0') };
    expect(settle(edit({ mine: mine({ title: 'Dragon' }) }), damaged, 'LOCAL')).toMatchObject({
      kind: 'settled',
      conflict: { outcome: 'THEIRS' },
    });
  });
});
