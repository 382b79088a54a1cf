import { describe, expect, it } from 'vitest';
import { calendar, event } from '../testing/calendar-text.ts';
import { changedGroups } from './changed-groups.ts';
import { describeDifference } from './describe-versions.ts';

const START = 'DTSTART;TZID="W. Europe Standard Time":20260105T100000';
const END = 'DTEND;TZID=Europe/Berlin:20260105T110000';

function one(...lines: string[]): string {
  return calendar(event(...lines));
}

describe('describeDifference', () => {
  it('S2: says what differs as people read it', () => {
    const mine = one(
      START,
      END,
      'SUMMARY:Back\\, second',
      'ATTENDEE;CN="Ann";PARTSTAT=ACCEPTED:mailto:a@b.c',
      'LOCATION:x',
    );
    const theirs = one(
      START,
      'DURATION:PT2H',
      'RRULE:FREQ=DAILY',
      'SUMMARY:Back',
      'TRANSP:TRANSPARENT',
      'X-A:1',
      'LOCATION:x',
    );
    expect(describeDifference(mine, theirs)).toMatchObject([
      {
        group: 'time',
        instance: null,
        mine: '2026-01-05T10:00:00[Europe/Berlin]/2026-01-05T11:00:00[Europe/Berlin]',
        theirs: '2026-01-05T10:00:00[Europe/Berlin]/PT2H\nFREQ=DAILY',
      },
      { group: 'title', instance: null, mine: 'Back, second', theirs: 'Back' },
      { group: 'people', instance: null, mine: 'Ann <a@b.c> ACCEPTED', theirs: null },
      { group: 'status', instance: null, mine: null, theirs: 'TRANSPARENT' },
      { group: 'rest', instance: null, mine: null, theirs: 'X-A: 1' },
    ]);
  });

  it('S2: names the instance of a series, and the dates taken out of it', () => {
    const master = event('DTSTART;VALUE=DATE:20260105', 'RRULE:FREQ=DAILY', 'EXDATE;VALUE=DATE:20260106');
    const changed = event(
      'RECURRENCE-ID;VALUE=DATE:20260107',
      'DTSTART:20260107T100000Z',
      'BEGIN:VALARM',
      'TRIGGER:-PT5M',
      'END:VALARM',
    );
    expect(
      describeDifference(calendar(changed, master), calendar(master.replace('EXDATE', 'X'))),
    ).toMatchObject([
      {
        group: 'time',
        instance: null,
        mine: '2026-01-05\nFREQ=DAILY\nEXDATE: 2026-01-06',
        theirs: '2026-01-05\nFREQ=DAILY',
      },
      { group: 'rest', instance: null, mine: null, theirs: 'X: 20260106' },
      { group: 'time', instance: '2026-01-07', mine: '2026-01-07T10:00:00Z', theirs: null },
      { group: 'rest', instance: '2026-01-07', mine: 'VALARM: -PT5M', theirs: null },
    ]);
  });

  it('S2 case 26: lists all of the one version where the other is a deletion', () => {
    expect(describeDifference(null, one('DTSTART:20260105T100000', 'SUMMARY:a'))).toMatchObject([
      { group: 'time', instance: null, mine: null, theirs: '2026-01-05T10:00:00' },
      { group: 'title', instance: null, mine: null, theirs: 'a' },
    ]);
    expect(describeDifference(null, null)).toEqual([]);
  });

  it('S2 case 46: shows texts that cannot be taken apart as they are', () => {
    expect(describeDifference('odd', one(START))).toMatchObject([{ group: 'rest', mine: 'odd' }]);
  });
});

describe('changedGroups', () => {
  it('S2: names what differs, in any event of the object', () => {
    const master = event(START, 'RRULE:FREQ=DAILY');
    const changed = event('RECURRENCE-ID:20260106T090000Z', START, 'SUMMARY:a');
    expect(
      changedGroups(calendar(master, changed), calendar(master, changed.replace('SUMMARY:a', 'SUMMARY:b'))),
    ).toEqual(['title']);
    expect(changedGroups(calendar(master, changed), calendar(master))).toEqual(['time']);
    expect(changedGroups(one(START), one(START, 'DTSTAMP:20250101T000000Z'))).toEqual([]);
    expect(changedGroups('odd', one(START))).toEqual(['rest']);
  });
});
