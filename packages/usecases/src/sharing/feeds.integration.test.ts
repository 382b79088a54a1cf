import { splitIcsFile } from '@atelier/calendar/read/ics-file';
import { readObject } from '@atelier/calendar/read/read-object';
import ICAL from 'ical.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { addEvent } from '../events/add-event.ts';
import { editEvent } from '../events/edit-event.ts';
import { exportCalendar } from '../events/export-calendar.ts';
import { importEvents } from '../events/import-events.ts';
import { at, fields, NOW, openWriting, person, value, type Writing } from '../events/testing/writing.ts';
import { makeFeed, revokeFeed, seeFeeds } from './feeds.ts';
import { serveFeed } from './serve-feed.ts';
import { shareCalendar } from './share-calendar.ts';

const lea = person('lea', 'ARTIST');
const max = person('max', 'ARTIST');
const boss = person('boss', 'ADMIN');
const YEAR = { from: Date.UTC(2026, 0), to: Date.UTC(2027, 0) };

let writing: Writing;
let now = NOW;
beforeEach(async () => {
  const opened = await openWriting([lea, max, boss]);
  now = NOW;
  writing = { ...opened, context: { ...opened.context, clock: () => now } };
  return () => writing.test[Symbol.asyncDispose]();
});

const add = async (more: Parameters<typeof fields>[0] = {}) =>
  value(await addEvent(writing.context, lea, { calendarId: writing.work, fields: fields(more) }));
const tokenOf = (url: string) => /\/feeds\/([\w-]+)\.ics$/.exec(url)?.[1] ?? '';
const serve = (token: string) => serveFeed(writing.context, token);
const textAt = async (token: string) => value(await serve(token)).text();
async function feed(actor = lea, busyOnly = false): Promise<{ id: string; token: string }> {
  const wish = { calendarId: writing.work, name: 'Phone', busyOnly };
  const { id, url } = value(await makeFeed(writing.context, actor, wish));
  return { id, token: tokenOf(url) };
}
const share = async (level: 'busy' | 'read' | null) =>
  value(
    await shareCalendar(writing.context, lea, {
      calendarId: writing.work,
      with: { kind: 'person', id: max.userId },
      level,
    }),
  );

/** Starts and ends within the year, as we read the file. */
function ours(ics: string): readonly string[] {
  return splitIcsFile(ics)
    .flatMap(({ text }) => {
      const read = readObject(text, { zone: 'Europe/Zurich', ...YEAR });
      if (!read.ok) throw new Error(read.reason);
      return read.object.occurrences.map(({ start, end }) => spelt(start, end));
    })
    .toSorted();
}

/** The same as a library reads it that many calendar programs are built on. */
function theirs(ics: string): readonly string[] {
  const calendar = new ICAL.Component(ICAL.parse(ics));
  for (const zone of calendar.getAllSubcomponents('vtimezone'))
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
  const masters = events.filter((event) => !event.isRecurrenceException());
  const found = masters.flatMap((master) => {
    for (const one of events)
      if (one.isRecurrenceException() && one.uid === master.uid) master.relateException(one);
    if (!master.isRecurring()) return [spelt(millis(master.startDate), millis(master.endDate))];
    const times: string[] = [];
    const iterator = master.iterator();
    for (let next = iterator.next(); next && millis(next) < YEAR.to; next = iterator.next()) {
      const { startDate, endDate } = master.getOccurrenceDetails(next);
      times.push(spelt(millis(startDate), millis(endDate)));
    }
    return times;
  });
  return found.toSorted();
}

const millis = (time: ICAL.Time) => time.toUnixTime() * 1_000;
const spelt = (start: number, end: number) =>
  `${new Date(start).toISOString()} ${new Date(end).toISOString()}`;

const GUESTS = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//Elsewhere//EN',
  'BEGIN:VTIMEZONE',
  'TZID:America/New_York',
  'BEGIN:DAYLIGHT',
  'DTSTART:20070311T020000',
  'TZOFFSETFROM:-0500',
  'TZOFFSETTO:-0400',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:20071104T020000',
  'TZOFFSETFROM:-0400',
  'TZOFFSETTO:-0500',
  'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
  'BEGIN:VEVENT',
  'UID:guest-artist',
  'DTSTAMP:20260101T000000Z',
  'DTSTART;TZID=America/New_York:20260302T180000',
  'DTEND;TZID=America/New_York:20260302T200000',
  'RRULE:FREQ=WEEKLY;BYDAY=MO,TH;COUNT=12',
  'EXDATE;TZID=America/New_York:20260316T180000',
  'SUMMARY:Call with the guest artist',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:guest-artist',
  'DTSTAMP:20260101T000000Z',
  'RECURRENCE-ID;TZID=America/New_York:20260309T180000',
  'DTSTART;TZID=America/New_York:20260309T120000',
  'DTEND;TZID=America/New_York:20260309T123000',
  'SUMMARY:Call with the guest artist, short',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

describe('a private address of a calendar', () => {
  it('gives series with their rules and zones, which another program reads as we do', async () => {
    await add({ rrule: 'FREQ=WEEKLY;COUNT=10' });
    await add({ summary: 'Once', start: at(20, 15), end: at(20, 16) });
    value(await importEvents(writing.context, lea, { calendarId: writing.work, text: GUESTS }));
    for (const busyOnly of [false, true]) {
      const ics = await textAt((await feed(lea, busyOnly)).token);
      expect(ours(ics)).toHaveLength(10 + 1 + 11);
      expect(theirs(ics)).toEqual(ours(ics));
      expect(ics.match(/^RRULE/gm)?.length).toBeGreaterThan(1);
      expect(ics.includes('guest')).toBe(!busyOnly);
    }
  });

  it('I8 tells its owner everything, a reader of private events when they are, and no more than a share says', async () => {
    await add();
    await add({ summary: 'Lawyer', classification: 'private', start: at(13, 10), end: at(13, 11) });
    const mine = await feed();
    await share('read');
    const theirsOne = await feed(max);
    expect(await textAt(mine.token)).toMatch(/Sleeve[\s\S]*Lawyer|Lawyer[\s\S]*Sleeve/);
    const read = await textAt(theirsOne.token);
    expect([read.includes('Sleeve'), read.includes('Lawyer')]).toEqual([true, false]);
    expect(ours(read)).toHaveLength(2);
    await share('busy');
    const busy = await textAt(theirsOne.token);
    expect([busy.includes('Sleeve'), busy.match(/SUMMARY:Busy/g)?.length]).toEqual([false, 2]);
    await share(null);
    expect(await serve(theirsOne.token)).toMatchObject({ refusal: { code: 'no-feed' } });
    expect(await serve(mine.token)).toMatchObject({ ok: true });
  });

  it('is another only where what it says is another: an edit, a share, a day', async () => {
    const { id } = await add();
    const { token } = await feed();
    const first = value(await serve(token));
    now = new Date(NOW.getTime() + 60_000);
    const again = value(await serve(token));
    expect([again.version, again.changedAt]).toEqual([first.version, first.changedAt]);
    const patch = { summary: 'Back piece' };
    value(await editEvent(writing.context, lea, { id, patch, scope: { scope: 'all' } }));
    const edited = value(await serve(token));
    expect(edited.version).not.toBe(first.version);
    expect(edited.changedAt).toEqual(now);
    now = new Date(NOW.getTime() + 86_400_000);
    expect(value(await serve(token)).version).not.toBe(edited.version);
  });

  it('reaches a year back and two ahead; of a series that comes so far, all of it', async () => {
    await add({ summary: 'Long ago', ...days('2024-02-01') });
    await add({ summary: 'Far off', ...days('2029-02-01') });
    await add({ summary: 'Every year', ...days('2020-03-01'), rrule: 'FREQ=YEARLY' });
    const ics = await textAt((await feed()).token);
    expect(['Long ago', 'Far off', 'Every year'].map((title) => ics.includes(title))).toEqual([
      false,
      false,
      true,
    ]);
    expect(ics).toContain('20200301');
  });

  it('B10 is kept as a hash, known to whoever made it and the calendar’s owner, and nothing once it is revoked or its maker is switched off', async () => {
    await share('read');
    const [mine, hers] = [await feed(max), await feed(lea)];
    const rows = await writing.context.database.query<{ all: string }>(
      'SELECT f::text AS all FROM calendar_feed f',
    );
    expect(JSON.stringify(rows)).not.toContain(mine.token);
    const seen = async (actor: typeof lea) =>
      value(await seeFeeds(writing.context, actor, writing.work))
        .map(({ id }) => id)
        .toSorted();
    expect(await seen(max)).toEqual([mine.id]);
    expect(await seen(lea)).toEqual([mine.id, hers.id].toSorted());
    expect(await revokeFeed(writing.context, max, hers.id)).toMatchObject({ refusal: { code: 'no-feed' } });
    value(await serve(mine.token));
    expect(value(await seeFeeds(writing.context, max, writing.work))).toMatchObject([{ fetchedAt: now }]);
    await writing.context.database.query('UPDATE "user" SET disabled_at = now() WHERE id = \'max\'');
    expect((await serve(mine.token)).ok).toBe(false);
    await writing.context.database.query('UPDATE "user" SET disabled_at = NULL');
    expect((await serve(mine.token)).ok).toBe(true);
    value(await revokeFeed(writing.context, lea, mine.id));
    expect((await serve(mine.token)).ok).toBe(false);
    expect((await serve('')).ok).toBe(false);
  });
});

describe('a calendar as a file', () => {
  it('I8 says to everybody what they may read, and goes in again unchanged', async () => {
    await add({ rrule: 'FREQ=WEEKLY;COUNT=3' });
    await add({ summary: 'Lawyer', classification: 'private' });
    const file = async (actor: typeof lea) =>
      value(await exportCalendar(writing.context, actor, writing.work));
    const { ics } = await file(lea);
    expect(ics).toContain('Lawyer');
    expect((await file(boss)).ics).not.toContain('Lawyer');
    expect(await exportCalendar(writing.context, max, writing.work)).toMatchObject({ ok: false });
    const back = { calendarId: writing.work, text: ics };
    expect(value(await importEvents(writing.context, lea, back))).toMatchObject({ unchanged: 2, taken: [] });
    const other = await writing.calendarAt(null, null);
    const text = ics.replace('SUMMARY:Sleeve', 'SUMMARY:Sleeve again');
    const dry = { calendarId: other, text, dryRun: true };
    const foreseen = value(await importEvents(writing.context, lea, dry));
    expect(foreseen).toMatchObject({ added: 2, updated: 0, unchanged: 0, refused: [] });
    expect(
      foreseen.taken.map(({ title, recurring, outcome }) => [title, recurring, outcome]).toSorted(),
    ).toEqual([
      ['Lawyer', false, 'added'],
      ['Sleeve again', true, 'added'],
    ]);
    expect(value(await exportCalendar(writing.context, lea, other)).objects).toBe(0);
    expect(value(await importEvents(writing.context, lea, { ...dry, dryRun: false }))).toEqual(foreseen);
    const here = value(
      await importEvents(writing.context, boss, { calendarId: writing.work, text, dryRun: true }),
    );
    expect(here).toMatchObject({
      added: 0,
      updated: 1,
      refused: [{ title: 'Lawyer', code: 'event-private' }],
    });
  });
});

function days(date: string) {
  const time = (hour: string) => ({ local: `${date}T${hour}:00:00`, zone: 'Europe/Zurich' });
  return { start: time('10'), end: time('12') };
}
