import { sampledSeries } from '@atelier/calendar/testing/random-event';
import { blockingBusy } from '@atelier/database/booking/slot-source';
import { beforeEach, expect, it } from 'vitest';
import { type Actor, OPERATOR } from '../../actor.ts';
import { addCalendar } from '../../calendars/add-calendar.ts';
import { calendarOverview } from '../../calendars/calendar-overview.ts';
import { importEvents } from '../../events/import-events.ts';
import { listEvents } from '../../events/list-events.ts';
import { examine } from '../../health/examine.ts';
import { workDue } from '../../jobs/testing/work-due.ts';
import { syncHistory } from '../../syncing/sync-history.ts';
import { checkTime } from '../availability/check-time.ts';
import { followBookings } from '../follow/follow-bookings.ts';
import { setArtist } from '../settings/set-artist.ts';
import { answerBooking } from '../step/answer-booking.ts';
import { expectOk, openTestStudio, type TestStudio } from '../testing/studio.ts';
import { seeBookings } from '../view/see-bookings.ts';

let studio: TestStudio;
beforeEach(async () => {
  studio = await openTestStudio();
  return () => studio[Symbol.asyncDispose]();
});

const OWNER = 'ATTENDEE;PARTSTAT=DECLINED:mailto:Ann@studio.test';
const OWN = ['ORGANIZER:mailto:ann@studio.test', 'ATTENDEE;PARTSTAT=DECLINED:mailto:nora@example.org'];

/** Random series: some of the owner's own whose only guest declined, some with instances that the owner declined. */
function randomSeries(count: number): string[] {
  return sampledSeries(count, 20_260_312).map((text, index) => {
    const [end = '\n'] = /\r?\n/.exec(text) ?? [];
    const declined = text
      .replaceAll('UID:one@example.org', `UID:series-${index}`)
      .replace(/^(SUMMARY:Changed 0)/gm, `${OWNER}${end}$1`);
    return index % 3 === 0 ? declined.replace('UID:', `${OWN.join(end)}${end}UID:`) : declined;
  });
}

async function bothOf(calendarId: string, from: string, days: number) {
  const span = { from: new Date(from), to: new Date(Date.parse(from) + days * 86_400_000) };
  const listed = expectOk(await listEvents(studio.context, OPERATOR, { ...span, calendarIds: [calendarId] }));
  const [artist] = await studio.world.database.query<{ id: string }>('SELECT id FROM artist');
  const blocking = await blockingBusy(studio.world.database, [artist?.id ?? ''], span);
  const spans = (all: readonly { readonly startsAt: Date; readonly endsAt: Date }[]) =>
    all
      .filter(({ startsAt, endsAt }) => startsAt < span.to && endsAt > span.from)
      .map(({ startsAt, endsAt }) => `${startsAt.toJSON()}/${endsAt.toJSON()}`)
      .sort();
  return { listed: spans(listed.filter(({ busy }) => busy)), blocked: spans(blocking) };
}

// Within the stored horizon, over its edge, and far beyond.
const SPANS = [
  ['2026-03-01T00:00:00Z', 40],
  ['2026-09-01T00:00:00Z', 60],
  ['2027-03-20T00:00:00Z', 60],
  ['2027-08-01T00:00:00Z', 200],
  ['2025-11-01T00:00:00Z', 60],
] as const;

it('T4 what the agenda shows as busy is what blocks, in a calendar at a provider: within its horizon and beyond', async () => {
  for (const [n, body] of randomSeries(60).entries())
    studio.world.sandbox.put('ann', 'lea', `series-${n}.ics`, body);
  await studio.world.sync(studio.calendarId);
  let seen = 0;
  for (const [from, days] of SPANS) {
    const { listed, blocked } = await bothOf(studio.calendarId, from, days);
    expect(blocked, from).toEqual(listed);
    seen += listed.length;
  }
  // The same once nobody knows how far the stored occurrences reach: those of a read text are those of a stored one.
  const [from, days] = SPANS[0];
  const known = await bothOf(studio.calendarId, from, days);
  await studio.world.database.query('UPDATE calendar SET horizon_from = NULL, horizon_to = NULL');
  expect(await bothOf(studio.calendarId, from, days)).toEqual(known);
  expect(seen).toBeGreaterThan(100);
});

it('T4 what the agenda shows as busy is what blocks, in a calendar whose horizon nobody knows', async () => {
  const added = { name: 'Own', owner: 'ann@studio.test', kind: 'personal', zone: 'Europe/Zurich' } as const;
  const own = expectOk(await addCalendar(studio.context, OPERATOR, added));
  expectOk(await setArtist(studio.context, OPERATOR, 'lea', { calendarId: own.id }));
  for (const text of randomSeries(60))
    expectOk(await importEvents(studio.context, OPERATOR, { calendarId: own.id, text }));
  let seen = 0;
  for (const [from, days] of SPANS) {
    const { listed, blocked } = await bothOf(own.id, from, days);
    expect(blocked, from).toEqual(listed);
    seen += listed.length;
  }
  expect(seen).toBeGreaterThan(100);
});

function file(...lines: string[]): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Phone//EN',
    'BEGIN:VEVENT',
    'UID:odd',
    'DTSTAMP:20260301T000000Z',
  ]
    .concat(lines, 'END:VEVENT', 'END:VCALENDAR', '')
    .join('\r\n');
}

const WEEKLY = ['SUMMARY:Dentist', 'DTSTART;TZID=Europe/Zurich:20260305T100000', 'DURATION:PT1H'];

it('T4 where a series cannot be followed, a booking at its hour is a request that says why', async () => {
  expectOk(await setArtist(studio.context, OPERATOR, 'lea', { autoConfirm: true }));
  studio.world.sandbox.put('ann', 'lea', 'odd.ics', file(...WEEKLY, 'RRULE:FREQ=WEEKLY;BYDAY=XX'));
  await studio.world.sync(studio.calendarId);
  const asked = { artist: 'lea', serviceId: studio.serviceId };
  expect(expectOk(await checkTime(studio.context, { ...asked, start: studio.at('10:30') }))).toMatchObject({
    available: true,
    verified: false,
  });
  expect(expectOk(await studio.book('10:30'))).toMatchObject({ booking: { state: 'REQUESTED' } });
  expect(expectOk(await studio.book('14:00'))).toMatchObject({ booking: { state: 'CONFIRMED' } });
  expect(await seeBookings(studio.context, OPERATOR, {})).toMatchObject([
    { state: 'REQUESTED', unverified: false, trouble: { code: 'series-unclear' } },
    { state: 'CONFIRMED', trouble: null },
  ]);
});

it('T4 an own appointment whose only guest declined goes on taking its time', async () => {
  const start = ['SUMMARY:Session', 'DTSTART;TZID=Europe/Zurich:20260312T100000', 'DURATION:PT1H'];
  studio.world.sandbox.put('ann', 'lea', 'own.ics', file(...start, ...OWN));
  await studio.world.sync(studio.calendarId);
  expect(expectOk(await studio.book('10:00'))).toMatchObject({ kind: 'taken', reason: 'BUSY' });
});

const stepOf = (id: string) =>
  answerBooking(studio.context, OPERATOR, id, { action: 'confirm' }, { via: 'page' });

/** As a server that rewrites what it is given is read back: the same event, in other words. */
async function readBack(change: (text: string) => string = (text) => text): Promise<void> {
  const [entry] = studio.world.sandbox.objects('ann', 'lea');
  if (!entry) throw new Error('the calendar is empty');
  const [name, { body }] = entry;
  const rewritten = body
    .replace(/^PRODID:.*$/m, 'PRODID:-//Server//EN')
    .replace('END:VEVENT', 'X-SERVER:1\r\nEND:VEVENT');
  studio.world.sandbox.put('ann', 'lea', name, change(rewritten));
  await studio.world.sync(studio.calendarId);
}

it('B9 an event that its server wrote anew was not changed: the booking is confirmed at once', async () => {
  const { booking } = expectOk(await studio.book('10:00')) as { booking: { id: string } };
  await studio.world.sync(studio.calendarId);
  await readBack();
  expect(expectOk(await stepOf(booking.id))).toMatchObject({ state: 'CONFIRMED' });
});

it.each([
  ['time', (text: string) => text.replaceAll('T100000', 'T150000').replaceAll('T110000', 'T160000')],
  ['title', (text: string) => text.replace(/^SUMMARY:.*$/m, 'SUMMARY:Something else')],
  ['status', (text: string) => text.replace('END:VEVENT', 'STATUS:CANCELLED\r\nEND:VEVENT')],
])('B9 a true change of its %s comes first', async (_, change) => {
  const { booking } = expectOk(await studio.book('10:00')) as { booking: { id: string } };
  await studio.world.sync(studio.calendarId);
  await readBack(change);
  expect(await stepOf(booking.id)).toMatchObject({ ok: false, refusal: { kind: 'conflict' } });
  expect(await workDue(followBookings, studio.context)).toBe(1);
});

it('T4 an import that takes an event back frees its time, one of a guest’s answer changes nothing', async () => {
  const { calendarId } = studio;
  const event = file('SUMMARY:Session', 'DTSTART;TZID=Europe/Zurich:20260312T100000', 'DURATION:PT1H');
  const sent = (method: string) => event.replace('BEGIN:VEVENT', `METHOD:${method}\r\nBEGIN:VEVENT`);
  const take = (text: string) => importEvents(studio.context, OPERATOR, { calendarId, text });
  expect(expectOk(await take(sent('CANCEL')))).toMatchObject({ added: 0, refused: [{ uid: 'odd' }] });
  expect(expectOk(await take(event))).toMatchObject({ added: 1 });
  expect(expectOk(await studio.book('10:00'))).toMatchObject({ kind: 'taken' });
  expect(await take(sent('REPLY'))).toMatchObject({ ok: false, refusal: { kind: 'invalid' } });
  expect(expectOk(await take(sent('CANCEL')))).toMatchObject({ added: 0, updated: 1, refused: [] });
  expect(expectOk(await studio.book('10:00'))).toMatchObject({ kind: 'booked' });
});

it('S15 T4 what was mended or not understood is counted and named, what is private not to everybody', async () => {
  const at = (...lines: string[]) => file('DTSTART:20260312T100000Z', ...lines);
  const bodies = [
    at('SUMMARY:Plain', 'DTEND:20260312T110000Z'),
    at('SUMMARY:Secret', 'CLASS:PRIVATE', 'DURATION:PT1.5H').replace('UID:odd', 'UID:secret'),
    at('SUMMARY:Endless', 'DTEND:?', 'RRULE:FREQ=WEEKLY;BYDAY="TH"').replace('UID:odd', 'UID:end'),
  ];
  for (const [n, body] of bodies.entries()) studio.world.sandbox.put('ann', 'lea', `e${n}.ics`, body);
  await studio.world.sync(studio.calendarId);
  await studio.world.database.query("UPDATE calendar SET kind = 'GROUP'");
  const [calendar] = await calendarOverview(studio.context, OPERATOR);
  expect(calendar).toMatchObject({ flagged: 2, quarantined: 0 });
  const seenBy = async (actor: Actor) => {
    const { repaired } = expectOk(await syncHistory(studio.context, actor, studio.calendarId));
    return new Map(repaired.map(({ summary, flags }) => [summary, [...flags].sort()]));
  };
  const flags = ['invalid-end', 'mended-rule'];
  const ann: Actor = { userId: 'ann', name: 'Ann', email: '', role: 'ARTIST' };
  const eve: Actor = { userId: 'eve', name: 'Eve', email: '', role: 'STAFF' };
  expect(await seenBy(ann)).toEqual(
    new Map([
      ['Secret', ['mended-end']],
      ['Endless', flags],
    ]),
  );
  expect(await seenBy(eve)).toEqual(
    new Map([
      [null, ['mended-end']],
      ['Endless', flags],
    ]),
  );
  const findings = await examine(studio.context);
  expect(findings).toContainEqual(expect.objectContaining({ check: 'events', status: 'warning' }));
});
