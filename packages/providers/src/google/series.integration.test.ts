import { deleteEvent } from '@atelier/calendar/edit/delete-event';
import type { GoogleSettings } from '@atelier/testkit/sandbox-google/google-settings';
import { describe, expect, test } from 'vitest';
import { createPullMirror } from '../contract/pull-mirror.ts';
import { DAILY, googleCalendar, LUNCH } from './testing/google-calendar.ts';

/** What nobody outside Google knows is tried either way. */
const EITHER_WAY: readonly (readonly [string, Partial<GoogleSettings>])[] = [
  ['as documented', {}],
  [
    'in small pages, told twice, with instances that no list shows',
    {
      pageSize: 2,
      emptyPages: true,
      repeats: true,
      uidListing: 'without-cancelled',
      masterFollows: true,
      exceptionsOnMove: 'dropped',
    },
  ],
];

const DAY = (day: number): string => `daily_202607${String(day).padStart(2, '0')}T100000Z`;

describe.each(EITHER_WAY)('Google, series: %s', (_, settings) => {
  test('P5 T3 what was changed, moved or cancelled at Google arrives as it is there', async () => {
    await using it = await googleCalendar(settings);
    const href = it.make('daily', DAILY);
    it.change(DAY(8), { summary: 'Stand-up with guests' });
    it.remove(DAY(9));
    await it.here.mirror.pull();
    expect([...it.here.mirror.objects.keys()]).toEqual([href]);
    expect(it.text(href)).toContain('RRULE:FREQ=DAILY;COUNT=10\r\n');
    expect(it.text(href)).toContain('EXDATE;TZID=Europe/Zurich:20260709T120000\r\n');
    expect(it.text(href)).toContain('RECURRENCE-ID;TZID=Europe/Zurich:20260708T120000\r\n');
    expect(it.text(href)).toContain('SUMMARY:Stand-up with guests\r\n');
  });

  test('P5 S1 an instance that is changed later brings its whole series, as a fresh sync would', async () => {
    await using it = await googleCalendar(settings);
    const href = it.make('daily', DAILY);
    it.remove(DAY(9));
    await it.here.mirror.pull();
    it.change(DAY(10), { location: 'Yard' });
    expect((await it.here.mirror.pull()).changed).toEqual([href]);
    it.remove(DAY(11));
    await it.here.mirror.pull();
    for (const day of ['09', '11'])
      expect(it.text(href)).toContain(`EXDATE;TZID=Europe/Zurich:202607${day}T120000\r\n`);
    expect(it.text(href)).toContain('LOCATION:Yard\r\n');
    const fresh = createPullMirror(it.here.provider, it.here.calendar);
    await fresh.pull();
    expect(fresh.objects).toEqual(it.here.mirror.objects);
  });

  test('P4 an edit of one date writes that date, and the rest stays Google’s', async () => {
    await using it = await googleCalendar(settings);
    const href = it.make('daily', { ...DAILY, colorId: '7', location: 'Room' });
    await it.here.mirror.pull();
    const stored = await it.edit(href, { summary: 'Only today' }, '2026-07-08T10:00:00Z');
    expect(stored).toMatchObject({ outcome: 'stored', href });
    expect(it.event(DAY(8))).toMatchObject({ summary: 'Only today', location: 'Room', colorId: '7' });
    expect(it.event(DAY(7))).toMatchObject({ summary: 'Stand-up' });
    expect(it.event('daily')).toMatchObject({ summary: 'Stand-up', colorId: '7' });
    await it.here.mirror.pull();
    expect(it.here.mirror.objects.get(href)?.body).toBe(stored.outcome === 'stored' ? stored.body : '');
    expect(it.sandbox.complaints).toEqual(new Set());
  });

  test('P4 an edit of all dates leaves alone what was changed on one of them', async () => {
    await using it = await googleCalendar(settings);
    const href = it.make('daily', DAILY);
    it.change(DAY(8), { summary: 'With guests' });
    await it.here.mirror.pull();
    expect(await it.edit(href, { location: 'Hall' })).toMatchObject({ outcome: 'stored' });
    expect(it.event('daily')).toMatchObject({ summary: 'Stand-up', location: 'Hall' });
    expect(it.event(DAY(8))).toMatchObject({ summary: 'With guests' });
  });

  test('P4 a series that is moved takes along what was changed and cancelled on its dates', async () => {
    await using it = await googleCalendar(settings);
    const href = it.make('daily', DAILY);
    it.change(DAY(8), { summary: 'With guests' });
    it.remove(DAY(9));
    await it.here.mirror.pull();
    const on = (time: string) => ({ local: `2026-07-06T${time}`, zone: 'Europe/Zurich' });
    const outcome = await it.edit(href, { start: on('14:00:00'), end: on('15:00:00') });
    expect(outcome).toMatchObject({ outcome: 'stored' });
    await it.here.mirror.pull();
    const text = it.text(href);
    expect(text).toContain('DTSTART;TZID=Europe/Zurich:20260706T140000\r\n');
    expect(text).toContain('RECURRENCE-ID;TZID=Europe/Zurich:20260708T140000\r\n');
    expect(text).toContain('EXDATE;TZID=Europe/Zurich:20260709T140000\r\n');
    expect(text).toContain('SUMMARY:With guests\r\n');
  });

  test('P4 a date is taken out of a series, and put back', async () => {
    await using it = await googleCalendar(settings);
    const href = it.make('daily', DAILY);
    await it.here.mirror.pull();
    const base = it.here.mirror.objects.get(href) ?? { etag: null, body: '' };
    const result = deleteEvent(
      base.body,
      { scope: 'this', recurrenceId: '2026-07-09T10:00:00Z' },
      {
        zone: 'Europe/Zurich',
        now: Temporal.Instant.from('2026-06-15T09:00:00Z'),
        newUid: 'split@x',
        invite: false,
      },
    );
    const without = result.ok ? (result.text ?? '') : '';
    const out = await it.here.put(href, without, base);
    expect(out).toMatchObject({ outcome: 'stored' });
    expect(it.event(DAY(9))).toBeNull();
    const back = await it.here.put(href, base.body, out as never);
    expect(back).toMatchObject({ outcome: 'stored' });
    expect(it.event(DAY(9))).toMatchObject({ summary: 'Stand-up' });
    expect(it.sandbox.complaints).toEqual(new Set());
  });

  test('S2 a date that was changed at Google meanwhile is never overwritten unseen', async () => {
    await using it = await googleCalendar(settings);
    const href = it.make('daily', DAILY);
    await it.here.mirror.pull();
    const base = it.here.mirror.objects.get(href) ?? { etag: null };
    it.change(DAY(10), { summary: 'Theirs' });
    expect(await it.edit(href, { summary: 'Mine' }, '2026-07-10T10:00:00Z')).toEqual({ outcome: 'changed' });
    expect(await it.here.remove(href, base)).toEqual({ outcome: 'changed' });
    expect(it.event(DAY(10))).toMatchObject({ summary: 'Theirs' });
  });

  test('S7 a series that is deleted at Google is gone, with all that was changed on it', async () => {
    await using it = await googleCalendar(settings);
    const href = it.make('daily', DAILY);
    it.make('lunch', LUNCH);
    it.change(DAY(8), { summary: 'With guests' });
    await it.here.mirror.pull();
    it.remove('daily');
    expect((await it.here.mirror.pull()).removed).toEqual([href]);
    expect(it.here.mirror.objects.size).toBe(1);
  });

  test('S3 a series with changed dates is made whole, and made once', async () => {
    await using it = await googleCalendar(settings);
    const made = it.make('daily', DAILY);
    it.change(DAY(8), { summary: 'With guests' });
    it.remove(DAY(9));
    await it.here.mirror.pull();
    const text = (it.here.mirror.objects.get(made)?.body ?? '').replaceAll('daily@google.com', 'copy@x');
    const href = `${it.here.calendar.href}copy.ics`;
    const stored = await it.here.put(href, text, null);
    expect(stored).toMatchObject({ outcome: 'stored' });
    expect(await it.here.put(href, text, null)).toEqual({ outcome: 'changed' });
    await it.here.mirror.pull();
    const there = stored.outcome === 'stored' ? it.text(stored.href) : '';
    expect(there).toContain('EXDATE;TZID=Europe/Zurich:20260709T120000\r\n');
    expect(there).toContain('SUMMARY:With guests\r\n');
    expect(it.here.mirror.objects.size).toBe(2);
  });

  test('T1 a date one was invited to alone is shown, and goes into its series when that is shown', async () => {
    await using it = await googleCalendar(settings);
    const originalStartTime = { dateTime: '2026-07-08T10:00:00Z', timeZone: 'Europe/Zurich' };
    const instance = { ...LUNCH, iCalUID: 'daily@google.com', recurringEventId: 'daily', originalStartTime };
    const only = it.make(DAY(8), instance);
    await it.here.mirror.pull();
    expect([...it.here.mirror.objects.keys()]).toEqual([only]);
    expect((await it.here.provider.fetch(it.here.calendar.href, [only])).found).toHaveLength(1);
    const series = it.make('daily', DAILY);
    await it.here.mirror.pull();
    expect([...it.here.mirror.objects.keys()]).toEqual([series]);
  });
});
