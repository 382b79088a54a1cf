import { seededRandom } from '@atelier/testkit/seeded-random';
import { expect, test } from 'vitest';
import { openSyncWorld } from '../testing/sync-world.ts';

const event = (...lines: string[]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//x//y',
    'BEGIN:VEVENT',
    'UID:odd',
    ...lines,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');

/** Text that does not compress. */
function noise(length: number): string {
  const random = seededRandom(1);
  return Array.from({ length }, () => random.integer(0, 35).toString(36)).join('');
}

const ODDITIES: Readonly<Record<string, string>> = {
  'year zero': event('DTSTART:00000101T000000Z', 'SUMMARY:x'),
  'the first year': event('DTSTART:00010101T000000Z', 'DURATION:P3650D'),
  'the last day': event('DTSTART:99991231T230000Z', 'DURATION:P36500D'),
  'the last date': event('DTSTART;VALUE=DATE:99991231'),
  'a negative length': event('DTSTART:20260312T100000Z', 'DTEND:20260311T100000Z'),
  'a NUL in the text': event('DTSTART:20260312T100000Z', 'SUMMARY:a\0b'),
  'half a surrogate pair': event('DTSTART:20260312T100000Z', 'SUMMARY:\ud83d tail'),
  'a tab and a backslash': event('DTSTART:20260312T100000Z', 'SUMMARY:a\tb\\\\c', 'RECURRENCE-ID:2026\t0312'),
  'a rule without end by the second': event('DTSTART:19700101T000000Z', 'RRULE:FREQ=SECONDLY'),
  'a version beyond counting': event('DTSTART:20260312T100000Z', 'SEQUENCE:99999999999999999999'),
  'a UID longer than an index holds': event('DTSTART:20260312T100000Z').replace(
    'UID:odd',
    `UID:${noise(9_000)}`,
  ),
  'a zone as long as a page': event(`DTSTART;TZID=${noise(9_000)}:20260312T100000`),
  'no text at all': '',
};

test('S10 S13 whatever an event says, it is stored, shown or set aside, and the rest goes on', async () => {
  await using world = await openSyncWorld();
  const work = await world.calendar('work');
  for (const [index, text] of Object.values(ODDITIES).entries())
    world.sandbox.put('ann', 'work', `odd-${index}.ics`, text);
  const [report] = await world.sync(work);
  expect(report?.error, JSON.stringify(world.reported.map(String))).toBeUndefined();
  expect(report?.pulled.added).toBe(Object.keys(ODDITIES).length);
  expect((await world.mirror(work)).size).toBe(Object.keys(ODDITIES).length);
  const [again] = await world.sync(work, true);
  expect(again?.pulled).toMatchObject({ added: 0, removed: 0 });
});
