import { describe, expect, it } from 'vitest';
import { calendar, event } from '../testing/calendar-text.ts';
import { describeDifference } from './describe-versions.ts';
import { takeGroups } from './take-groups.ts';

const NOW = Temporal.Instant.from('2026-03-10T09:00:00Z');
const START = 'DTSTART:20260312T090000Z';

function one(...lines: string[]): string {
  return calendar(event(START, ...lines));
}

const mine = one('SUMMARY:Mine', 'LOCATION:Here', 'DESCRIPTION:First');
const theirs = one('SUMMARY:Theirs', 'LOCATION:There', 'DESCRIPTION:First');

describe('S2 a version of each field', () => {
  it('takes each field from the side that was chosen for it', () => {
    const text = takeGroups({
      current: theirs,
      mine,
      theirs,
      take: { title: 'mine', place: 'theirs' },
      now: NOW,
    });
    expect(text).toContain('SUMMARY:Mine');
    expect(text).toContain('LOCATION:There');
  });

  it('gives back what only the other side had changed', () => {
    const take = { title: 'theirs', place: 'mine' } as const;
    const text = takeGroups({ current: mine, mine, theirs, take, now: NOW });
    expect(text).toContain('SUMMARY:Theirs');
    expect(text).toContain('LOCATION:Here');
  });

  it('leaves alone what nobody chose, and what was changed since', () => {
    const current = one('SUMMARY:Since', 'LOCATION:Elsewhere', 'DESCRIPTION:First', 'X-OWN:kept');
    const text = takeGroups({ current, mine, theirs, take: { place: 'mine' }, now: NOW });
    expect(text).toContain('SUMMARY:Since');
    expect(text).toContain('LOCATION:Here');
    expect(text).toContain('X-OWN:kept');
  });

  it('takes away a field that the chosen side does not have', () => {
    const text = takeGroups({ current: theirs, mine: one(), theirs, take: { place: 'mine' }, now: NOW });
    expect(text).not.toContain('LOCATION');
    expect(text).toContain('SUMMARY:Theirs');
  });

  it('nothing chosen, or nothing that differs: the text stays byte for byte', () => {
    expect(takeGroups({ current: theirs, mine, theirs, take: {}, now: NOW })).toBe(theirs);
    expect(takeGroups({ current: theirs, mine, theirs, take: { place: 'theirs' }, now: NOW })).toBe(theirs);
  });

  it('takes the time of a series with its rule, its dates and its changed instances', () => {
    const changed = event('RECURRENCE-ID:20260314T090000Z', 'DTSTART:20260314T120000Z', 'SUMMARY:Moved');
    const here = calendar(event(START, 'RRULE:FREQ=DAILY', 'EXDATE:20260313T090000Z', 'SUMMARY:A'), changed);
    const there = calendar(event(START, 'RRULE:FREQ=WEEKLY', 'SUMMARY:B'));
    const text = takeGroups({
      current: there,
      mine: here,
      theirs: there,
      take: { time: 'mine', title: 'theirs' },
      now: NOW,
    });
    expect(describeDifference(here, text).map(({ group }) => group)).toEqual(['title']);
    const back = takeGroups({
      current: text ?? '',
      mine: here,
      theirs: there,
      take: { time: 'theirs' },
      now: NOW,
    });
    expect(describeDifference(there, back)).toEqual([]);
  });

  it('answers nothing for what cannot be taken apart', () => {
    expect(
      takeGroups({ current: theirs, mine: 'no calendar', theirs, take: { title: 'mine' }, now: NOW }),
    ).toBeNull();
    const other = calendar(event(START, 'SUMMARY:Mine').replace(/UID:.*/, 'UID:another'));
    expect(
      takeGroups({ current: theirs, mine: other, theirs, take: { title: 'mine' }, now: NOW }),
    ).toBeNull();
  });
});

describe('S2 how it was before', () => {
  const base = one('SUMMARY:Before', 'LOCATION:Here', 'DESCRIPTION:First');

  it('says what both found and who changed it', () => {
    expect(describeDifference(mine, theirs, base)).toEqual([
      { group: 'title', instance: null, mine: 'Mine', theirs: 'Theirs', base: 'Before', changed: 'both' },
      { group: 'place', instance: null, mine: 'Here', theirs: 'There', base: 'Here', changed: 'theirs' },
    ]);
  });

  it('an instance that one side has added was not there', () => {
    const master = event(START, 'RRULE:FREQ=DAILY');
    const extra = event('RECURRENCE-ID:20260314T090000Z', 'DTSTART:20260314T120000Z');
    const [row] = describeDifference(calendar(master, extra), calendar(master), calendar(master));
    expect(row).toMatchObject({ group: 'time', theirs: null, base: null, changed: 'mine' });
  });

  it('without a version that both started from, both have changed it', () => {
    expect(describeDifference(mine, theirs).map(({ changed }) => changed)).toEqual(['both', 'both']);
  });
});
