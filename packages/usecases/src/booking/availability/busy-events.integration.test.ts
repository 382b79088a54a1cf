import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { OPERATOR } from '../../actor.ts';
import { saveService } from '../settings/save-service.ts';
import { expectOk, openTestStudio, type TestStudio } from '../testing/studio.ts';
import { offerSlots } from './offer-slots.ts';

/** A Thursday, open from 9 to 18 in Zurich; a service of half an hour, without buffers, starts every half hour. */
const THURSDAY = '2026-03-12';
/** Clocks have changed since. */
const IN_SUMMER = '2026-04-02';
const ALL = Array.from(
  { length: 18 },
  (_, n) => `${String(9 + Math.floor(n / 2)).padStart(2, '0')}:${n % 2 ? '30' : '00'}`,
);

async function openHalfHours(): Promise<TestStudio & { readonly halfHour: string }> {
  const studio = await openTestStudio();
  const service = { name: 'Look', minutes: 30 };
  const { id } = expectOk(await saveService(studio.context, OPERATOR, { artist: 'lea', ...service }));
  return { ...studio, halfHour: id };
}

/** Local starts of a date that are not offered, once the studio has seen this calendar. */
async function taken(bodies: readonly string[], date: string): Promise<readonly string[]> {
  await using studio = await openHalfHours();
  for (const [n, body] of bodies.entries()) studio.world.sandbox.put('ann', 'lea', `event-${n}.ics`, body);
  await studio.world.sync(studio.calendarId);
  const asked = { artist: 'lea', serviceId: studio.halfHour, from: date, to: date };
  const { days } = expectOk(await offerSlots(studio.context, asked));
  const free = days.flatMap(({ slots }) => slots.map(({ start }) => local(start)));
  return ALL.filter((time) => !free.includes(time));
}

function local(at: Date): string {
  return at.toTemporalInstant().toZonedDateTimeISO('Europe/Zurich').toPlainTime().toString().slice(0, 5);
}

function file(...events: readonly (readonly string[])[]): string {
  const lines = events.flatMap((event) => [
    'BEGIN:VEVENT',
    'DTSTAMP:20260301T000000Z',
    ...event,
    'END:VEVENT',
  ]);
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Phone//EN', ...lines, 'END:VCALENDAR', ''].join(
    '\r\n',
  );
}

const event = (...lines: readonly string[]) => file([`UID:${randomUUID()}`, 'SUMMARY:Private', ...lines]);
const noon = ['DTSTART;TZID=Europe/Zurich:20260312T120000', 'DTEND;TZID=Europe/Zurich:20260312T130000'];
const NOON = ['12:00', '12:30'];
const weekly = ['DTSTART;TZID=Europe/Zurich:20260205T120000', 'DTEND;TZID=Europe/Zurich:20260205T130000'];

it.for<[title: string, bodies: readonly string[], date: string, wanted: readonly string[]]>([
  ['case 16: a whole day blocks the artist’s day', [event('DTSTART;VALUE=DATE:20260312')], THURSDAY, ALL],
  ['case 16: and not the day after it', [event('DTSTART;VALUE=DATE:20260311')], THURSDAY, []],
  [
    'case 17: the end of several days is not one of them',
    [event('DTSTART;VALUE=DATE:20260310', 'DTEND;VALUE=DATE:20260312')],
    THURSDAY,
    [],
  ],
  [
    'case 17: the days before it are',
    [event('DTSTART;VALUE=DATE:20260310', 'DTEND;VALUE=DATE:20260313')],
    THURSDAY,
    ALL,
  ],
  [
    'case 18: from midnight to midnight is the day, and no more',
    [event('DTSTART;TZID=Europe/Zurich:20260312T000000', 'DTEND;TZID=Europe/Zurich:20260313T000000')],
    THURSDAY,
    ALL,
  ],
  [
    'case 19: a floating time is the calendar’s',
    [event('DTSTART:20260312T120000', 'DTEND:20260312T130000')],
    THURSDAY,
    NOON,
  ],
  ['case 20: without TRANSP it blocks', [event(...noon)], THURSDAY, NOON],
  ['case 20: TRANSPARENT is free', [event(...noon, 'TRANSP:TRANSPARENT')], THURSDAY, []],
  [
    'case 20: also for a whole day',
    [event('DTSTART;VALUE=DATE:20260312', 'TRANSP:TRANSPARENT')],
    THURSDAY,
    [],
  ],
  ['case 21: TENTATIVE blocks', [event(...noon, 'STATUS:TENTATIVE')], THURSDAY, NOON],
  ['case 21: CANCELLED is free', [event(...noon, 'STATUS:CANCELLED')], THURSDAY, []],
  [
    'case 21: CANCELLED frees the one occurrence only',
    [
      file(
        ['UID:series', 'SUMMARY:Yoga', ...weekly, 'RRULE:FREQ=WEEKLY'],
        ['UID:series', 'RECURRENCE-ID;TZID=Europe/Zurich:20260312T120000', 'STATUS:CANCELLED', ...noon],
      ),
    ],
    THURSDAY,
    [],
  ],
  [
    'case 22: what the artist has declined is free',
    [event(...noon, 'ORGANIZER:mailto:max@example.org', 'ATTENDEE;PARTSTAT=DECLINED:mailto:ann@studio.test')],
    THURSDAY,
    [],
  ],
  [
    'case 22: also where others have accepted',
    [
      event(
        ...noon,
        'ORGANIZER:mailto:max@example.org',
        'ATTENDEE;PARTSTAT=DECLINED:mailto:ann@studio.test',
        'ATTENDEE;PARTSTAT=ACCEPTED:mailto:eve@example.org',
      ),
    ],
    THURSDAY,
    [],
  ],
  [
    'case 22: what the artist has not answered blocks',
    [
      event(
        ...noon,
        'ORGANIZER:mailto:max@example.org',
        'ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:ann@studio.test',
      ),
    ],
    THURSDAY,
    NOON,
  ],
  [
    'case 22: what somebody else has declined blocks',
    [
      event(
        ...noon,
        'ORGANIZER:mailto:max@example.org',
        'ATTENDEE;PARTSTAT=ACCEPTED:mailto:ann@studio.test',
        'ATTENDEE;PARTSTAT=DECLINED:mailto:eve@example.org',
      ),
    ],
    THURSDAY,
    NOON,
  ],
  [
    'case 23: an excluded occurrence is free',
    [event(...weekly, 'RRULE:FREQ=WEEKLY', 'EXDATE;TZID=Europe/Zurich:20260312T120000')],
    THURSDAY,
    [],
  ],
  [
    'case 23: also where it is excluded by its date alone',
    [event(...weekly, 'RRULE:FREQ=WEEKLY', 'EXDATE;VALUE=DATE:20260312')],
    THURSDAY,
    [],
  ],
  [
    'case 24: an occurrence that is moved here from elsewhere blocks',
    [
      file(
        ['UID:moved', ...weekly, 'RRULE:FREQ=WEEKLY;COUNT=2'],
        ['UID:moved', 'RECURRENCE-ID;TZID=Europe/Zurich:20260212T120000', ...noon],
      ),
    ],
    THURSDAY,
    NOON,
  ],
  [
    'case 24: one that is moved away is free',
    [
      file(
        ['UID:away', ...weekly, 'RRULE:FREQ=WEEKLY'],
        [
          'UID:away',
          'RECURRENCE-ID;TZID=Europe/Zurich:20260312T120000',
          'DTSTART;TZID=Europe/Zurich:20260313T120000',
          'DTEND;TZID=Europe/Zurich:20260313T130000',
        ],
      ),
    ],
    THURSDAY,
    [],
  ],
  [
    'case 25: a daily series of two years still blocks',
    [event('DTSTART;TZID=Europe/Zurich:20240301T120000', 'DURATION:PT1H', 'RRULE:FREQ=DAILY')],
    THURSDAY,
    NOON,
  ],
  [
    'case 25: one by the hour, until an instant in UTC',
    [
      event(
        'DTSTART;TZID=Europe/Zurich:20260312T090000',
        'DURATION:PT30M',
        'RRULE:FREQ=HOURLY;INTERVAL=4;UNTIL=20260312T130000Z',
      ),
    ],
    THURSDAY,
    ['09:00', '13:00'],
  ],
  ['case 26: a weekly series keeps its hour', [event(...weekly, 'RRULE:FREQ=WEEKLY')], THURSDAY, NOON],
  [
    'case 26: Windows’ own names of zones are known',
    [event('DTSTART;TZID=W. Europe Standard Time:20260312T120000', 'DURATION:PT1H')],
    THURSDAY,
    NOON,
  ],
  [
    'case 28: from the evening before into the morning blocks the morning',
    [event('DTSTART;TZID=Europe/Zurich:20260311T200000', 'DTEND;TZID=Europe/Zurich:20260312T100000')],
    THURSDAY,
    ['09:00', '09:30'],
  ],
  [
    'case 29: a duration is as good as an end',
    [event('DTSTART;TZID=Europe/Zurich:20260312T120000', 'DURATION:PT1H')],
    THURSDAY,
    NOON,
  ],
  ['case 29: a date without an end is one day', [event('DTSTART;VALUE=DATE:20260312')], THURSDAY, ALL],
  [
    'case 29 30: a time without an end takes none',
    [event('DTSTART;TZID=Europe/Zurich:20260312T120000')],
    THURSDAY,
    [],
  ],
  [
    'case 33: one that cannot be read takes the others nothing',
    [
      'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:broken\r\nDTSTART:never\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
      event(...noon),
    ],
    THURSDAY,
    NOON,
  ],
  ['case 3: a series after a change of clocks', [event(...weekly, 'RRULE:FREQ=WEEKLY')], IN_SUMMER, NOON],
])('B2 %s', async ([_title, bodies, date, wanted]) => {
  expect(await taken(bodies, date)).toEqual(wanted);
});
