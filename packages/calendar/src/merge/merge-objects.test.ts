import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendar, event, read, startsOf } from '../testing/calendar-text.ts';
import { type MergeResult, mergeObjects } from './merge-objects.ts';

const NOW = Temporal.Instant.from('2026-11-21T08:00:00.5Z');
const START = ['DTSTART;TZID=Europe/Berlin:20260105T100000', 'DTEND;TZID=Europe/Berlin:20260105T110000'];
const DAILY = [...START, 'RRULE:FREQ=DAILY;COUNT=4'];

function one(...lines: string[]): string {
  return calendar(event(...lines));
}

function merge(
  base: string,
  mine: string,
  theirs: string,
  prefer: 'mine' | 'theirs' = 'theirs',
): MergeResult {
  return mergeObjects({ base, mine, theirs, prefer, now: NOW });
}

/** The unfolded property lines of the merged text, without bookkeeping. */
function linesOf({ text }: MergeResult): string[] {
  return text
    .replace(/\r?\n /g, '')
    .split(/\r?\n/)
    .filter(
      (line) => line !== '' && !/^(BEGIN|END|VERSION|PRODID|UID|DTSTAMP|LAST-MODIFIED|SEQUENCE)/.test(line),
    );
}

function override(id: string, ...lines: string[]): string {
  return event(`RECURRENCE-ID${id}`, ...lines);
}

const SECOND = ';TZID=Europe/Berlin:20260106T100000';
const SECOND_UTC = ':20260106T090000Z';

describe('mergeObjects', () => {
  it('S6 case 25: patches my line into the bytes of theirs and marks a new revision', () => {
    const base = one('DTSTAMP:20250101T000000Z', ...START, 'SUMMARY:Old');
    const mine = one('DTSTAMP:20250102T000000Z', ...START, 'SUMMARY;X-A=1:Ne\r\n w');
    const theirs = one(
      'X-Odd:\r\n folded',
      'SUMMARY:Old',
      'DTSTAMP:20250103T000000Z',
      ...START,
      'LOCATION:Bar',
    );
    expect(merge(base, mine, theirs)).toEqual({
      text: one(
        'X-Odd:\r\n folded',
        'SUMMARY;X-A=1:Ne\r\n w',
        'DTSTAMP:20261121T080000Z',
        'LAST-MODIFIED:20261121T080000Z',
        ...START,
        'LOCATION:Bar',
      ),
      conflicts: [],
      equalsTheirs: false,
    });
  });

  it.each(['mine', 'theirs'] as const)('S2 case 25: names the group both changed; %s wins it', (prefer) => {
    const merged = merge(
      one(...START, 'SUMMARY:Old', 'LOCATION:Old'),
      one(...START, 'SUMMARY:mine', 'LOCATION:Old', 'DESCRIPTION:kept'),
      one(...START, 'SUMMARY:theirs', 'LOCATION:New'),
      prefer,
    );
    expect(merged.conflicts).toEqual(['title']);
    expect(linesOf(merged)).toEqual([...START, `SUMMARY:${prefer}`, 'LOCATION:New', 'DESCRIPTION:kept']);
  });

  it('S2 case 25: names several groups in the order in which people look at them', () => {
    const merged = merge(
      one(...START),
      one(...START, 'X-A:1', 'STATUS:TENTATIVE', 'GEO:1;2', 'URL:https://a.example'),
      one(...START, 'X-A:2', 'CLASS:PRIVATE', 'LOCATION:x', 'URL:https://b.example'),
    );
    expect(merged.conflicts).toEqual(['place', 'description', 'status', 'rest']);
    expect(merged.equalsTheirs).toBe(true);
  });

  it('S2 case 25: takes different properties of the rest from both sides', () => {
    const merged = merge(
      one(...START, 'X-A:1', 'X-B:1'),
      one(...START, 'X-A:2', 'X-B:1'),
      one(...START, 'X-A:1', 'X-C:1'),
    );
    expect(merged.conflicts).toEqual([]);
    expect(linesOf(merged)).toEqual([...START, 'X-A:2', 'X-C:1']);
  });

  it('S6 case 25: leaves no line beside mine that says the contrary', () => {
    const merged = merge(
      one(...START, 'TRANSP:OPAQUE'),
      one(...START, 'TRANSP:TRANSPARENT'),
      one(...START, 'LOCATION:x', 'TRANSP:OPAQUE'),
    );
    expect(linesOf(merged)).toEqual([...START, 'LOCATION:x', 'TRANSP:TRANSPARENT']);
  });

  it('S2: takes a line away that I took away', () => {
    const merged = merge(
      one(...START, 'LOCATION:x'),
      one(...START),
      one(...START, 'LOCATION:x', 'SUMMARY:New'),
    );
    expect(linesOf(merged)).toEqual([...START, 'SUMMARY:New']);
  });

  it('S6 case 34: puts my alarms behind the lines of theirs', () => {
    const alarm = ['BEGIN:VALARM', 'ACTION:DISPLAY', 'TRIGGER:-PT5M', 'END:VALARM'];
    const merged = merge(one(...START), one(...START, ...alarm), one(...START, 'SUMMARY:New'));
    expect(merged.text).toContain(['SUMMARY:New', ...alarm, 'END:VEVENT'].join('\r\n'));
  });

  it('S2: makes one of what both sides made', () => {
    const merged = merge('', one(...START, 'SUMMARY:a'), one(...START, 'SUMMARY:b', 'LOCATION:x'), 'mine');
    expect(merged.conflicts).toEqual(['title']);
    expect(linesOf(merged)).toEqual([...START, 'SUMMARY:a', 'LOCATION:x']);
  });
});

describe('mergeObjects: bookkeeping', () => {
  const with_ = (sequence: number, ...lines: string[]) => one(`SEQUENCE:${sequence}`, ...lines);
  const moved = ['DTSTART;TZID=Europe/Berlin:20260105T120000', 'DTEND;TZID=Europe/Berlin:20260105T130000'];

  it.each([
    ['mine, where it is ahead', with_(7, ...START, 'SUMMARY:New'), with_(5, ...START, 'LOCATION:x'), 7],
    ['theirs, where it is ahead', with_(3, ...START, 'SUMMARY:New'), with_(5, ...START, 'LOCATION:x'), 5],
    ['one more than theirs, where mine moves it', with_(5, ...moved), with_(5, ...START, 'LOCATION:x'), 6],
    ['one, where none was counted', one(...moved), one(...START, 'LOCATION:x'), 1],
  ])('S6 case 35: SEQUENCE is %s', (_, mine, theirs, sequence) => {
    const { text } = merge(one(...START), mine, theirs);
    expect(read(text).sequence).toBe(sequence);
  });

  it('S6 case 35: an answer alone counts no change', () => {
    const guest = (answer: string) => `ATTENDEE;PARTSTAT=${answer}:mailto:ann@example.org`;
    const base = with_(4, ...START, guest('NEEDS-ACTION'));
    const theirs = with_(4, ...START, guest('NEEDS-ACTION'), 'LOCATION:x');
    const merged = merge(base, with_(4, ...START, guest('ACCEPTED')), theirs);
    expect([read(merged.text).sequence, merged.conflicts]).toEqual([4, []]);
    expect(linesOf(merged)).toEqual(expect.arrayContaining([guest('ACCEPTED'), 'LOCATION:x']));
  });

  it('S5: is no change by itself', () => {
    const theirs = one(
      'DTSTAMP:20260101T000000Z',
      'SEQUENCE:9',
      'CREATED:20260101T000000Z',
      ...START,
      'SUMMARY:a',
    );
    const mine = one('DTSTAMP:20260102T000000Z', 'LAST-MODIFIED:20260101T000000Z', ...START, 'SUMMARY:a');
    expect(merge(one(...START), mine, theirs)).toEqual({ text: theirs, conflicts: [], equalsTheirs: true });
  });
});

describe('mergeObjects: people', () => {
  const ann = (parameters = '') => `ATTENDEE${parameters}:mailto:ann@example.org`;
  const bob = (parameters = '') => `ATTENDEE${parameters}:mailto:bob@example.org`;

  it('S2 case 25: takes different people from both sides', () => {
    const merged = merge(
      one(...START, ann()),
      one(...START, ann(), bob()),
      one(...START, 'ATTENDEE;PARTSTAT=ACCEPTED:MAILTO:Ann@example.org'),
    );
    expect(merged.conflicts).toEqual([]);
    expect(linesOf(merged)).toEqual([...START, 'ATTENDEE;PARTSTAT=ACCEPTED:MAILTO:Ann@example.org', bob()]);
  });

  it('S6 case 25: takes my line of somebody as it is where theirs did not change', () => {
    const mine = `${ann(';ROLE=CHAIR').slice(0, 20)}\r\n ${ann(';ROLE=CHAIR').slice(20)}`;
    const merged = merge(one(...START, ann()), one(...START, mine), one(...START, ann(), 'SUMMARY:New'));
    expect(merged.text).toContain(`\r\n${mine}\r\nSUMMARY:New`);
  });

  it('S2 case 35: keeps the answer that came meanwhile, and what the server noted', () => {
    const merged = merge(
      one(...START, ann(';RSVP=TRUE;PARTSTAT=NEEDS-ACTION')),
      one(...START, ann(';RSVP=TRUE;ROLE=CHAIR;PARTSTAT=NEEDS-ACTION')),
      one(...START, ann(';PARTSTAT=ACCEPTED;SCHEDULE-STATUS="2.0"')),
      'mine',
    );
    expect(merged.conflicts).toEqual([]);
    expect(linesOf(merged)).toEqual([...START, ann(';PARTSTAT=ACCEPTED;SCHEDULE-STATUS="2.0";ROLE=CHAIR')]);
  });

  it.each(['mine', 'theirs'] as const)('S2: two answers of one person are a conflict; %s wins', (prefer) => {
    const merged = merge(
      one(...START, ann()),
      one(...START, ann(';PARTSTAT=ACCEPTED')),
      one(...START, ann(';PARTSTAT=DECLINED')),
      prefer,
    );
    expect(merged.conflicts).toEqual(['people']);
    expect(linesOf(merged)).toContain(ann(`;PARTSTAT=${prefer === 'mine' ? 'ACCEPTED' : 'DECLINED'}`));
  });

  it('S2: somebody who is taken out while they answer is a conflict', () => {
    const merged = merge(one(...START, ann()), one(...START), one(...START, ann(';PARTSTAT=ACCEPTED')));
    expect(merged.conflicts).toEqual(['people']);
  });

  it('S2: another organizer is another person, parameters and all', () => {
    const merged = merge(
      one(...START),
      one(...START, 'ORGANIZER;CN=Ann:mailto:ann@example.org'),
      one(...START, 'ORGANIZER:mailto:bob@example.org'),
    );
    expect(linesOf(merged)).toEqual([...START, 'ORGANIZER:mailto:bob@example.org']);
  });
});

describe('mergeObjects: series', () => {
  it('S2 case 25: joins the dates that both sides took out, in whatever form', () => {
    const merged = merge(
      one(...DAILY, 'EXDATE:20260106T090000Z,20260107T090000Z'),
      one(...DAILY, 'EXDATE;TZID=Europe/Berlin:20260107T100000,20260108T100000'),
      one(...DAILY, 'EXDATE;TZID=Europe/Berlin:20260106T100000,20260107T100000', 'SUMMARY:New'),
    );
    expect(merged.conflicts).toEqual([]);
    expect(linesOf(merged)).toEqual([
      ...DAILY,
      'EXDATE;TZID=Europe/Berlin:20260107T100000',
      'EXDATE;TZID=Europe/Berlin:20260108T100000',
      'SUMMARY:New',
    ]);
    expect(startsOf(read(merged.text))).toEqual(['2026-01-05T09:00:00Z', '2026-01-06T09:00:00Z']);
  });

  it('S2 case 25: joins the dates that both sides added', () => {
    const merged = merge(
      one(...DAILY),
      one(...DAILY, 'RDATE:20260201T090000Z'),
      one(...DAILY, 'RDATE:20260202T090000Z/PT1H'),
    );
    expect(merged.conflicts).toEqual([]);
    expect(linesOf(merged)).toEqual([...DAILY, 'RDATE:20260202T090000Z/PT1H', 'RDATE:20260201T090000Z']);
  });

  it('S2 case 53: knows one override in two forms and merges within it', () => {
    const merged = merge(
      calendar(event(...DAILY), override(SECOND_UTC, ...START, 'SUMMARY:a')),
      calendar(event(...DAILY), override(SECOND, ...START, 'SUMMARY:mine')),
      calendar(event(...DAILY), override(SECOND_UTC, ...START, 'SUMMARY:a', 'LOCATION:theirs')),
    );
    expect(merged.conflicts).toEqual([]);
    expect(linesOf(merged)).toEqual([
      ...DAILY,
      `RECURRENCE-ID${SECOND_UTC}`,
      ...START,
      'SUMMARY:mine',
      'LOCATION:theirs',
    ]);
  });

  it('S2 case 25: has the overrides of both sides, mine byte for byte', () => {
    const own = override(SECOND, ...START, 'SUMMARY:mine\r\n  folded');
    const merged = merge(
      one(...DAILY),
      calendar(event(...DAILY), own),
      calendar(event(...DAILY), override(':20260107T090000Z', ...START)),
    );
    expect(merged.conflicts).toEqual([]);
    expect(merged.text).toBe(calendar(event(...DAILY), override(':20260107T090000Z', ...START), own));
  });

  it.each(['mine', 'theirs'] as const)(
    'S2 case 26: an instance that one side edits and the other takes out is a conflict; %s wins',
    (prefer) => {
      const merged = merge(
        calendar(event(...DAILY), override(SECOND, ...START, 'SUMMARY:a')),
        one(...DAILY, `EXDATE${SECOND}`),
        calendar(event(...DAILY), override(SECOND, ...START, 'SUMMARY:edited')),
        prefer,
      );
      expect(merged.conflicts).toEqual(['time']);
      const mine = [...DAILY, `EXDATE${SECOND}`];
      const theirs = [...DAILY, `RECURRENCE-ID${SECOND}`, ...START, 'SUMMARY:edited'];
      expect(linesOf(merged)).toEqual(prefer === 'mine' ? mine : theirs);
    },
  );

  it.each(['mine', 'theirs'] as const)(
    'S2 case 26: an instance that one side takes out and the other begins to describe is a conflict; %s wins',
    (prefer) => {
      const merged = merge(
        one(...DAILY),
        calendar(event(...DAILY), override(SECOND, ...START)),
        one(...DAILY, `EXDATE${SECOND_UTC}`),
        prefer,
      );
      expect(merged.conflicts).toEqual(['time']);
      expect(merged.text.includes('EXDATE')).toBe(prefer === 'theirs');
      expect(merged.text.includes('RECURRENCE-ID')).toBe(prefer === 'mine');
    },
  );

  it('S2 case 26: an override that one side takes away and the other leaves is gone', () => {
    const both = calendar(event(...DAILY), override(SECOND, ...START));
    const theirs = calendar(event(...DAILY, 'SUMMARY:New'), override(SECOND, ...START));
    const merged = merge(both, one(...DAILY), theirs);
    expect(merged.conflicts).toEqual([]);
    expect(linesOf(merged)).toEqual([...DAILY, 'SUMMARY:New']);
  });

  const LATER = [
    'DTSTART;TZID=Europe/Berlin:20260105T120000',
    'DTEND;TZID=Europe/Berlin:20260105T130000',
    'RRULE:FREQ=DAILY;COUNT=4',
  ];

  it.each(['mine', 'theirs'] as const)(
    'S2 case 25: a date taken out of a series that the other side moves is a conflict; %s wins all of its time',
    (prefer) => {
      const merged = merge(
        one(...DAILY),
        one(...DAILY, `EXDATE${SECOND}`, 'SUMMARY:New'),
        one(...LATER, 'LOCATION:x'),
        prefer,
      );
      expect(merged.conflicts).toEqual(['time']);
      const time = prefer === 'mine' ? [...DAILY, 'LOCATION:x', `EXDATE${SECOND}`] : [...LATER, 'LOCATION:x'];
      expect(linesOf(merged).filter((line) => line !== 'SUMMARY:New')).toEqual(time);
      expect(linesOf(merged)).toContain('SUMMARY:New');
    },
  );

  it('S2 case 25: a date taken out of a series that the other side prolongs goes in', () => {
    const merged = merge(
      one(...DAILY),
      one(...DAILY, `EXDATE${SECOND}`),
      one(...START, 'RRULE:FREQ=DAILY;COUNT=9'),
    );
    expect(merged.conflicts).toEqual([]);
    expect(linesOf(merged)).toEqual([...START, 'RRULE:FREQ=DAILY;COUNT=9', `EXDATE${SECOND}`]);
  });

  it.each(['mine', 'theirs'] as const)(
    'S2 case 25: what one side renames when it moves the series stays with it when the other edits it; %s wins',
    (prefer) => {
      const renamed = override(';TZID=Europe/Berlin:20260106T120000', ...LATER.slice(0, 2), 'SUMMARY:a');
      const merged = merge(
        calendar(event(...DAILY), override(SECOND, ...START, 'SUMMARY:a')),
        calendar(event(...LATER), renamed),
        calendar(event(...DAILY), override(SECOND, ...START, 'SUMMARY:edited')),
        prefer,
      );
      expect(merged.conflicts).toEqual(['time']);
      expect(read(merged.text).components).toHaveLength(2);
      expect(merged.text.includes('SUMMARY:edited')).toBe(prefer === 'theirs');
      expect(startsOf(read(merged.text))).toHaveLength(4);
    },
  );

  it('S2 case 25: an exclusion lifted here and renamed there is a conflict', () => {
    const merged = merge(
      one(...DAILY, `EXDATE${SECOND}`),
      one(...DAILY),
      one(...LATER, 'EXDATE;TZID=Europe/Berlin:20260106T120000'),
    );
    expect(merged.conflicts).toEqual(['time']);
    expect(merged.equalsTheirs).toBe(true);
  });

  it.each(['mine', 'theirs'] as const)(
    'S2 case 25: moved on one side and made longer on the other, the dates go with the winner; %s wins',
    (prefer) => {
      const longer = [START[0] ?? '', 'DTEND;TZID=Europe/Berlin:20260105T140000', 'RRULE:FREQ=DAILY;COUNT=4'];
      const merged = merge(
        one(...DAILY, `EXDATE${SECOND}`),
        one(...LATER, 'EXDATE;TZID=Europe/Berlin:20260106T120000'),
        one(...longer, `EXDATE${SECOND}`),
        prefer,
      );
      expect(merged.conflicts).toEqual(['time']);
      expect(startsOf(read(merged.text))).toHaveLength(3);
    },
  );

  it('S2 case 58: changes that together leave nothing of a series are a conflict', () => {
    const two = [...START, 'RRULE:FREQ=DAILY;COUNT=2'];
    const mine = one(...two, 'EXDATE;TZID=Europe/Berlin:20260105T100000');
    const merged = merge(one(...two), mine, one(...two, `EXDATE${SECOND}`), 'mine');
    expect(merged).toEqual({ text: mine, conflicts: ['time'], equalsTheirs: false });
  });

  it('S2 case 45: of two overrides without a master, of which each side takes away one, one side keeps its own', () => {
    const [first, second] = [override(SECOND, ...START), override(':20260107T090000Z', ...START)];
    const merged = merge(calendar(first, second), calendar(first), calendar(second));
    expect(merged).toEqual({ text: calendar(second), conflicts: ['time'], equalsTheirs: true });
  });

  it('S2 T3: how far an override reaches is part of its time', () => {
    const merged = merge(
      calendar(event(...DAILY), override(SECOND, ...START)),
      calendar(event(...DAILY), override(`;RANGE=THISANDFUTURE${SECOND}`, ...START)),
      calendar(event(...DAILY), override(SECOND, ...START, 'SUMMARY:New')),
    );
    expect(linesOf(merged)).toContain(`RECURRENCE-ID;RANGE=THISANDFUTURE${SECOND}`);
    expect(merged.conflicts).toEqual([]);
  });
});

describe('mergeObjects: time zones', () => {
  const zone = (tzid: string, offset: string) =>
    `BEGIN:VTIMEZONE\r\nTZID:${tzid}\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\nTZOFFSETFROM:${offset}\r\n` +
    `TZOFFSETTO:${offset}\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n`;

  it('S6 T2: brings the definition that my times need', () => {
    const mine = calendar(
      zone('Studio', '+0500'),
      zone('Unused', '+0600'),
      event('DTSTART;TZID=Studio:20260105T100000'),
    );
    const merged = merge(
      one('DTSTART:20260105T090000Z'),
      mine,
      one('DTSTART:20260105T090000Z', 'SUMMARY:New'),
    );
    expect(merged.text).toContain(`PRODID:-//Test//EN\r\n${zone('Studio', '+0500')}BEGIN:VEVENT`);
    expect(merged.text).not.toContain('Unused');
    expect(startsOf(read(merged.text))).toEqual(['2026-01-05T05:00:00Z']);
  });

  it('S2 T2: two definitions of one name are never mixed', () => {
    const base = calendar(zone('Studio', '+0500'), event('DTSTART;TZID=Studio:20260105T100000'));
    const mine = base.replace('T100000', 'T120000');
    const theirs = base.replaceAll('+0500', '+0700').replace('END:VEVENT', 'SUMMARY:New\r\nEND:VEVENT');
    expect(merge(base, mine, theirs)).toEqual({ text: theirs, conflicts: ['rest'], equalsTheirs: true });
    expect(merge(base, mine, theirs, 'mine')).toEqual({
      text: mine,
      conflicts: ['rest'],
      equalsTheirs: false,
    });
  });
});

describe('mergeObjects: what cannot be taken apart', () => {
  const base = one(...START, 'SUMMARY:a');
  const theirs = one(...START, 'SUMMARY:b');

  it.each([
    ['no event', calendar('BEGIN:VTODO\r\nUID:one@example.org\r\nEND:VTODO\r\n')],
    ['two events', calendar(event(...START), event('UID:two', ...START))],
    ['an override of another event', calendar(event(...DAILY), override(SECOND, 'UID:two', ...START))],
    ['two masters', calendar(event(...START), event(...START))],
    ['one override twice', calendar(override(SECOND, ...START), override(SECOND_UTC, ...START))],
    ['two calendars', base + base],
    ['half an event', base.slice(0, -30)],
    ['another event', one('UID:two', ...START)],
    ['no calendar at all', 'no calendar'],
  ])('S2 case 46: %s is decided as a whole', (_, odd) => {
    expect(merge(base, odd, theirs, 'theirs')).toEqual({
      text: theirs,
      conflicts: ['rest'],
      equalsTheirs: true,
    });
    expect(merge(base, odd, theirs, 'mine')).toEqual({ text: odd, conflicts: ['rest'], equalsTheirs: false });
    expect(merge(base, theirs, odd, 'theirs')).toEqual({
      text: odd,
      conflicts: ['rest'],
      equalsTheirs: true,
    });
  });

  it('S2 case 46: and without a conflict where one side left it as it was', () => {
    const odd = calendar(event(...START), event('UID:two', ...START));
    const restamped = base.replace('BEGIN:VEVENT', 'BEGIN:VEVENT\r\nDTSTAMP:20250101T000000Z');
    expect(merge(base, odd, restamped)).toEqual({ text: odd, conflicts: [], equalsTheirs: false });
    expect(merge(base, restamped, odd)).toEqual({ text: odd, conflicts: [], equalsTheirs: true });
  });

  it('S2: a base that cannot be read is none', () => {
    const merged = merge('odd', one(...START, 'SUMMARY:a'), one(...START, 'SUMMARY:a', 'LOCATION:x'));
    expect(merged).toMatchObject({ conflicts: [], equalsTheirs: true });
  });

  it('S10: answers for any text', () => {
    const piece = fc.constantFrom(
      base,
      'BEGIN:VEVENT',
      'END:VEVENT',
      '\r\n',
      ' ',
      ':',
      ';',
      '"',
      'EXDATE:',
      'RRULE:x',
    );
    const text = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, text, text, (was, here, there) => {
        expect([here, there, was]).toContain(merge(was, here, there).text);
      }),
      { numRuns: 300 },
    );
  });
});
