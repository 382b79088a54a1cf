import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lockCalendar } from '@atelier/database/calendar/calendar-place';
import { buryObjects } from '@atelier/database/object/tombstone-store';
import { transact } from '@atelier/database/transaction';
import { factsOf, PROVIDER_KINDS, type ProviderKind } from '@atelier/providers/kinds';
import { saveLocal } from '@atelier/sync/mirror/local-write';
import { describe, expect, it } from 'vitest';
import { resolveConflict } from '../conflicts/resolve-conflict.ts';
import type { Outcome } from '../outcome.ts';
import { addEvent } from './add-event.ts';
import { deleteEvent } from './delete-event.ts';
import { editEvent } from './edit-event.ts';
import { importEvents } from './import-events.ts';
import { moveEvent } from './move-event.ts';
import { restoreEvent } from './restore-event.ts';
import { fields, NOW, openWriting, person, value } from './testing/writing.ts';
import { undoEdit } from './undo/undo-edit.ts';

const lea = person('lea', 'ARTIST');
const ALL = { scope: 'all' } as const;

const event = (...lines: readonly string[]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Somebody else//EN',
    'BEGIN:VEVENT',
    'UID:theirs',
    'DTSTAMP:20260301T080000Z',
    'SUMMARY:Sleeve',
    ...lines,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');

const TIMES = ['DTSTART:20260312T090000Z', 'DTEND:20260312T100000Z'];
const series = (rule: string) => event(...TIMES, `RRULE:${rule}`);

/** What a file may say and a provider has no words for. */
const THINGS: Readonly<Record<string, { readonly text: string; readonly to: readonly ProviderKind[] }>> = {
  frequency: { text: series('FREQ=HOURLY;COUNT=3'), to: ['microsoft'] },
  'several-days': { text: series('FREQ=MONTHLY;BYMONTHDAY=12,20'), to: ['microsoft'] },
  position: { text: series('FREQ=MONTHLY;BYDAY=TH;BYSETPOS=-2'), to: ['microsoft'] },
  'added-dates': {
    text: event(...TIMES, 'RRULE:FREQ=DAILY;COUNT=3', 'RDATE:20260401T090000Z'),
    to: ['microsoft'],
  },
  floating: { text: event('DTSTART:20260312T090000', 'DTEND:20260312T100000'), to: ['microsoft'] },
  'no-length': { text: event('DTSTART:20260312T090000Z', 'DTEND:20260312T090000Z'), to: ['google'] },
  'too-long': {
    text: event(...TIMES, `DESCRIPTION:${Array.from({ length: 9_000 }, () => randomUUID()).join('')}`),
    to: ['google'],
  },
};

async function world(kind: ProviderKind) {
  const { test, context, work, calendarAt } = await openWriting([lea]);
  await test.database.query('UPDATE connection SET kind = $1', [kind]);
  const own = await calendarAt(null, null);
  const input = { editId: randomUUID() };
  /** As a pull has brought it, or as it was before the calendar was at this provider. */
  const put = async (calendarId: string, source: string) => {
    const id = randomUUID();
    await transact(test.database, async (transaction) => {
      const place = await lockCalendar(transaction, calendarId);
      if (!place) throw new Error('no calendar');
      const authorship = { place, actorId: null, now: NOW, newId: randomUUID };
      await saveLocal(transaction, { ...authorship, objectId: id, source });
    });
    await test.database.query('DELETE FROM outbox');
    return id;
  };
  return { kind, test, context, work, own, input, put };
}

type World = Awaited<ReturnType<typeof world>>;

/** Every door by which a text gets into a calendar. Drag, quick add, REST and the command line come in by these. */
const DOORS: Readonly<Record<string, (world: World, text: string) => Promise<Outcome<unknown>>>> = {
  async move({ context, work, own, put }, text) {
    return moveEvent(context, lea, { id: await put(own, text), toCalendarId: work });
  },
  async edit({ context, work, put }, text) {
    return editEvent(context, lea, { id: await put(work, text), patch: { summary: 'Arm' }, scope: ALL });
  },
  async restore({ test, context, work, put }, text) {
    const id = await put(work, text);
    await transact(test.database, async (transaction) => {
      await buryObjects(transaction, [id], { local: false, actorId: null, at: NOW });
    });
    await test.database.query('DELETE FROM calendar_object');
    const [grave] = await test.database.query<{ id: string }>('SELECT id FROM tombstone');
    return restoreEvent(context, lea, { id: grave?.id ?? '' });
  },
  async undo({ context, work, put, input: { editId } }, text) {
    value(await deleteEvent(context, lea, { id: await put(work, text), scope: ALL, editId }));
    return undoEdit(context, lea, { editId, as: randomUUID() });
  },
  async redo({ kind, test, context, work, own, put, input: { editId } }, text) {
    const [id, as] = [await put(own, text), randomUUID()];
    await test.database.query("UPDATE connection SET kind = 'caldav'");
    value(await moveEvent(context, lea, { id, toCalendarId: work, editId }));
    value(await undoEdit(context, lea, { editId, as }));
    await test.database.query('UPDATE connection SET kind = $1', [kind]);
    return undoEdit(context, lea, { editId: as, as: randomUUID() });
  },
  async 'take mine'({ test, context, work }, text) {
    const id = randomUUID();
    const versions = { baseSource: text, mineSource: text, theirsSource: null };
    const about = {
      calendarId: work,
      href: '/dav/work/x.ics',
      uid: 'theirs',
      summary: 'Sleeve',
      createdAt: NOW,
    };
    await test.database.prisma.conflict.create({
      data: { id, ...about, kind: 'REMOTE_DELETED', groups: [], ...versions },
    });
    return resolveConflict(context, lea, { id, take: 'mine' });
  },
};

/** That can be written, one of each protocol, and those that are CalDAV under another name. */
const KINDS = PROVIDER_KINDS.filter((one) => factsOf(one).protocol !== 'ics');

const CASES = Object.entries(THINGS).flatMap(([gap, { text, to }]) =>
  Object.keys(DOORS).map((door) => ({ gap, text, to, door })),
);

describe('P4 what a provider has no words for is said before it is saved', () => {
  it.each(CASES)('P4 $gap by the door $door', async ({ gap, text, to, door }) => {
    const open = await world('caldav');
    await using _ = open.test;
    const { database } = open.test;
    for (const kind of KINDS) {
      await database.query('TRUNCATE calendar_object, outbox, conflict, tombstone CASCADE');
      await database.query('UPDATE connection SET kind = $1', [kind]);
      const outcome = await DOORS[door]?.({ ...open, kind, input: { editId: randomUUID() } }, text);
      const beyond = {
        ok: false,
        refusal: { kind: 'invalid', code: 'event-beyond-provider', given: { gap } },
      };
      expect({ kind, outcome }).toMatchObject({ kind, outcome: to.includes(kind) ? beyond : { ok: true } });
      const written = await database.query("SELECT 1 FROM outbox WHERE operation = 'PUT'");
      expect({ kind, written: written.length > 0 }).toEqual({ kind, written: !to.includes(kind) });
    }
  });

  it.each(Object.entries(THINGS))('P4 %s in a file, in the rehearsal too', async (gap, { text, to }) => {
    for (const kind of KINDS) {
      const { test, context, work } = await world(kind);
      await using _ = test;
      const good = event(...TIMES).replace('UID:theirs', 'UID:good');
      const file = text.replace(
        'END:VCALENDAR',
        `${/BEGIN:VEVENT[\s\S]*END:VEVENT\r\n/.exec(good)?.[0]}END:VCALENDAR`,
      );
      for (const dryRun of [true, false]) {
        const report = value(await importEvents(context, lea, { calendarId: work, text: file, dryRun }));
        const refused = { title: 'Sleeve', code: 'event-beyond-provider', given: { gap } };
        expect({ kind, ...report }).toMatchObject(
          to.includes(kind) ? { kind, added: 1, refused: [refused] } : { kind, added: 2, refused: [] },
        );
      }
    }
  });

  it('P4 what is typed: a rule that Microsoft has no pattern for, added and edited, and what it has one for', async () => {
    const { test, context, work, own } = await world('microsoft');
    await using _ = test;
    const beyond = { ok: false, refusal: { given: { provider: 'Microsoft', gap: 'frequency' } } };
    const hourly = fields({ rrule: 'FREQ=HOURLY;COUNT=3' });
    expect(await addEvent(context, lea, { calendarId: work, fields: hourly })).toMatchObject(beyond);
    expect(await addEvent(context, lea, { calendarId: own, fields: hourly })).toMatchObject({ ok: true });
    const { id } = value(await addEvent(context, lea, { calendarId: work, fields: fields() }));
    const edit = (rrule: string) => editEvent(context, lea, { id, patch: { rrule }, scope: ALL });
    expect(await edit('FREQ=HOURLY;COUNT=3')).toMatchObject(beyond);
    expect(await edit('FREQ=WEEKLY;COUNT=3')).toMatchObject({ ok: true });
  });

  it('P4 a date that was taken out of a series at Microsoft does not come back by undo, and does while it waits', async () => {
    const { test, context, work } = await world('microsoft');
    await using _ = test;
    const rrule = 'FREQ=DAILY;COUNT=5';
    const { id } = value(await addEvent(context, lea, { calendarId: work, fields: fields({ rrule }) }));
    const one = { scope: 'this', recurrenceId: '20260313T100000' } as const;
    const take = async () => {
      const editId = randomUUID();
      value(await deleteEvent(context, lea, { id, scope: one, editId }));
      return editId;
    };
    const waiting = await take();
    value(await undoEdit(context, lea, { editId: waiting, as: randomUUID() }));
    const editId = await take();
    // The provider has it now.
    await test.database.query('DELETE FROM outbox');
    expect(await undoEdit(context, lea, { editId, as: randomUUID() })).toMatchObject({
      ok: false,
      refusal: { given: { gap: 'restored' } },
    });
  });

  it('P4 P6 a meeting of one’s own at Microsoft is neither changed nor deleted here, for its guests would be written to', async () => {
    const { test, context, work, put } = await world('microsoft');
    await using _ = test;
    const guests = ['ORGANIZER:mailto:Lea@studio.test', 'ATTENDEE:mailto:guest@example.org'];
    const [own, theirs] = [
      await put(work, event(...TIMES, ...guests)),
      await put(work, event(...TIMES, ...guests).replace('mailto:Lea@studio.test', 'mailto:max@example.org')),
    ];
    const beyond = { ok: false, refusal: { given: { gap: 'guests' } } };
    const edit = (id: string) => editEvent(context, lea, { id, patch: { summary: 'Arm' }, scope: ALL });
    expect(await edit(own)).toMatchObject(beyond);
    expect(await deleteEvent(context, lea, { id: own, scope: ALL })).toMatchObject(beyond);
    expect(await edit(theirs)).toMatchObject({ ok: true });
    expect(await deleteEvent(context, lea, { id: theirs, scope: ALL })).toMatchObject({ ok: true });
  });

  it('P4 nobody gets into a calendar by another door', async () => {
    const src = join(import.meta.dirname, '..');
    const files = await readdir(src, { recursive: true });
    const sources = files.filter((file) => file.endsWith('.ts') && !file.includes('test'));
    const found = [];
    for (const file of sources)
      if ((await readFile(join(src, file), 'utf8')).includes('@atelier/sync/mirror/local-write'))
        found.push(file);
    // What Atelier itself writes of a booking can be said anywhere: see `booking/entry`.
    expect(found.sort()).toEqual([
      'booking/entry/change-entry.ts',
      'booking/entry/write-entry.ts',
      'events/write/save-fitting.ts',
    ]);
  });
});
