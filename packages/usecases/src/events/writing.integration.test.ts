import { randomUUID } from 'node:crypto';
import type { EventFields } from '@atelier/calendar/edit/text/event-fields';
import { settleConflict } from '@atelier/database/object/conflict-store';
import type { TestDatabase } from '@atelier/database/testing/migrated-database';
import { transact } from '@atelier/database/transaction';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Actor, OPERATOR } from '../actor.ts';
import { addCalendar } from '../calendars/add-calendar.ts';
import { listConflicts, showConflict } from '../conflicts/list-conflicts.ts';
import { listWaiting } from '../conflicts/list-waiting.ts';
import { resolveConflict } from '../conflicts/resolve-conflict.ts';
import { discardWaiting, retryWaiting } from '../conflicts/settle-waiting.ts';
import type { Context } from '../context.ts';
import type { Outcome } from '../outcome.ts';
import { addEvent } from './add-event.ts';
import { deleteEvent } from './delete-event.ts';
import { editEvent } from './edit-event.ts';
import { exportCalendar } from './export-calendar.ts';
import { findOccurrence } from './find-occurrence.ts';
import { importEvents } from './import-events.ts';
import { listEvents } from './list-events.ts';
import { showSource } from './list-objects.ts';
import { markWatched } from './mark-watched.ts';
import { moveEvent } from './move-event.ts';
import { listDeleted, restoreEvent } from './restore-event.ts';
import { at, fields, NOW, openWriting, person, value, type Writing } from './testing/writing.ts';

const [lea, max, desk, boss] = [
  person('lea', 'ARTIST'),
  person('max', 'ARTIST'),
  person('desk', 'STAFF'),
  person('boss', 'ADMIN'),
];

let test: TestDatabase;
let context: Context;
let work: string;
let calendarAt: Writing['calendarAt'];

beforeEach(async () => {
  const writing = await openWriting([lea, max, desk, boss]);
  ({ test, context, work, calendarAt } = writing);
  return () => test[Symbol.asyncDispose]();
});

const kindOf = (outcome: Outcome<unknown>) => (outcome.ok ? 'done' : outcome.refusal.kind);
const add = async (more: Partial<EventFields> = {}, calendarId = work) =>
  value(await addEvent(context, lea, { calendarId, fields: fields(more) }));
const waiting = async () =>
  (await listWaiting(context, lea)).map(({ operation, state }) => `${operation} ${state}`);
const sourceOf = async (id: string) => value(await showSource(context, OPERATOR, id)).source;
const titles = async (calendarId = work) =>
  value(
    await listEvents(context, lea, {
      from: new Date('2026-03-01T00:00:00Z'),
      to: new Date('2026-05-01T00:00:00Z'),
      calendarIds: [calendarId],
    }),
  ).map(({ startsAt, title }) => `${startsAt.toISOString().slice(5, 16)} ${title}`);
const ALL = { scope: 'all' } as const;

/** What a sync would have done: the provider has everything that is here. */
async function arrived(): Promise<void> {
  await test.database.query('DELETE FROM outbox');
  await test.database.query('UPDATE calendar_object SET etag = \'"1"\'');
}

describe('adding', () => {
  it('S2: shows the event at once and has it waiting for the provider, in one go', async () => {
    const { id } = await add();
    expect(await titles()).toEqual(['03-12T09:00 Sleeve']);
    expect(await waiting()).toEqual(['put waiting']);
    expect(await sourceOf(id)).toContain(`UID:${id}\r\n`);
    const [due] = await test.database.query<{ at: Date }>('SELECT push_at AS at FROM source');
    expect(due?.at).toEqual(NOW);
  });

  it('S3: makes one event of two requests with one id', async () => {
    const id = randomUUID();
    const input = { calendarId: work, id, fields: fields() };
    expect([
      kindOf(await addEvent(context, lea, input)),
      kindOf(await addEvent(context, lea, input)),
    ]).toEqual(['done', 'done']);
    expect(await titles()).toHaveLength(1);
  });

  it.each([
    ['an end before the start', { end: at(12, 9) }],
    ['an hour that is none', { start: { local: '2026-03-12T25:00:00', zone: 'Europe/Zurich' } }],
    ['a zone that is none', { start: { local: '2026-03-12T10:00:00', zone: 'Mars/Olympus' } }],
    ['an endless rule every second', { rrule: 'FREQ=SECONDLY' }],
    ['a rule that is none', { rrule: 'EVERY TUESDAY' }],
    ['kinds mixed', { end: { date: '2026-03-13' } }],
  ])('refuses %s with a sentence, and stores nothing', async (_, more) => {
    const outcome = await addEvent(context, lea, { calendarId: work, fields: fields(more) });
    expect(kindOf(outcome)).toBe('invalid');
    expect(await waiting()).toEqual([]);
  });

  it('keeps a line break in a title from becoming another property', async () => {
    const { id } = await add({ summary: 'One\r\nATTENDEE:mailto:evil@example.org\nX:1' });
    expect(await sourceOf(id)).not.toMatch(/^ATTENDEE/m);
  });

  it('refuses a calendar that can only be read, and one that is gone', async () => {
    const [{ id: connectionId } = { id: '' }] = await test.database.query<{ id: string }>(
      'SELECT id FROM connection',
    );
    const readOnly = await calendarAt(connectionId, '/dav/shared/', { readOnly: true });
    const gone = await calendarAt(connectionId, '/dav/gone/', { state: 'GONE' });
    for (const calendarId of [readOnly, gone]) {
      expect((await addEvent(context, lea, { calendarId, fields: fields() })).ok).toBe(false);
    }
  });
});

describe('who may write', () => {
  it('owners, admins and the front desk; to others a calendar is as absent as one that is not there', async () => {
    const { id } = await add();
    const edit = (actor: Actor, target: string) =>
      editEvent(context, actor, { id: target, patch: { summary: 'x' }, scope: ALL }).then(kindOf);
    expect([await edit(lea, id), await edit(desk, id), await edit(boss, id)]).toEqual([
      'done',
      'done',
      'done',
    ]);
    const foreign = await editEvent(context, max, { id, patch: { summary: 'x' }, scope: ALL });
    const absent = await editEvent(context, max, { id: randomUUID(), patch: { summary: 'x' }, scope: ALL });
    expect(foreign).toEqual(absent);
    const add2 = (calendarId: string) => addEvent(context, max, { calendarId, fields: fields() });
    expect(await add2(work)).toEqual(await add2(randomUUID()));
    const remove = (target: string) => deleteEvent(context, max, { id: target, scope: ALL });
    expect(await remove(id)).toEqual(await remove(randomUUID()));
    const move = (target: string) => moveEvent(context, max, { id: target, toCalendarId: work });
    expect(await move(id)).toEqual(await move(randomUUID()));
  });

  it('nobody changes unseen what is private to somebody else', async () => {
    const { id } = await add({ classification: 'private' });
    expect(kindOf(await editEvent(context, boss, { id, patch: { summary: 'x' }, scope: ALL }))).toBe(
      'forbidden',
    );
    expect(kindOf(await deleteEvent(context, desk, { id, scope: ALL }))).toBe('forbidden');
  });
});

describe('editing', () => {
  it('S6: changes the line that is meant, and joins edits into one waiting write', async () => {
    const { id, revision } = await add();
    await arrived();
    const before = await sourceOf(id);
    const edited = value(
      await editEvent(context, lea, { id, revision, patch: { summary: 'Back' }, scope: ALL }),
    );
    value(
      await editEvent(context, lea, {
        id,
        revision: edited.revision,
        patch: { location: 'Chair 2' },
        scope: ALL,
      }),
    );
    const lines = (text: string) =>
      text.split('\r\n').filter((line) => !/^(DTSTAMP|LAST-MODIFIED)/.test(line));
    const after = lines(await sourceOf(id));
    expect(lines(before).filter((line) => !after.includes(line))).toEqual(['SUMMARY:Sleeve']);
    expect(await waiting()).toEqual(['put waiting']);
  });

  it('S2: refuses an edit of a version that is no longer there', async () => {
    const { id, revision } = await add();
    value(await editEvent(context, desk, { id, patch: { summary: 'Back' }, scope: ALL }));
    const late = await editEvent(context, lea, { id, revision, patch: { summary: 'Leg' }, scope: ALL });
    expect(kindOf(late)).toBe('conflict');
    expect(await titles()).toEqual(['03-12T09:00 Back']);
  });

  it('case 57: this and following makes two events, or nothing', async () => {
    const { id } = await add({ rrule: 'FREQ=WEEKLY;COUNT=4' });
    await arrived();
    const { recurrenceId } = value(
      await findOccurrence(context, lea, { id, at: new Date('2026-03-26T09:00:00Z') }),
    );
    const scope = { scope: 'following', recurrenceId: recurrenceId ?? '' } as const;
    const split = value(await editEvent(context, lea, { id, patch: { summary: 'Later' }, scope }));
    expect(split.splitId).not.toBeNull();
    expect(await titles()).toEqual([
      '03-12T09:00 Sleeve',
      '03-19T09:00 Sleeve',
      '03-26T09:00 Later',
      '04-02T08:00 Later',
    ]);
    expect(await waiting()).toEqual(['put waiting', 'put waiting']);
  });

  it('S2 case 40: deletes one occurrence, then all, and brings it back as it was', async () => {
    const { id } = await add({ rrule: 'FREQ=WEEKLY;COUNT=3' });
    await arrived();
    const scope = { scope: 'this', recurrenceId: '20260319T090000Z' } as const;
    expect(value(await deleteEvent(context, lea, { id, scope })).whole).toBe(false);
    expect(await titles()).toHaveLength(2);
    const kept = await sourceOf(id);
    expect(value(await deleteEvent(context, lea, { id, scope: ALL })).whole).toBe(true);
    expect(await titles()).toEqual([]);
    expect(await waiting()).toEqual(['delete waiting']);
    const [grave] = await listDeleted(context, lea);
    expect(await listDeleted(context, max)).toEqual([]);
    expect(kindOf(await restoreEvent(context, max, { id: grave?.id ?? '' }))).toBe('not-found');
    const restored = value(await restoreEvent(context, lea, { id: grave?.id ?? '' }));
    expect(await sourceOf(restored.id)).toBe(kept);
    expect(kindOf(await restoreEvent(context, lea, { id: grave?.id ?? '' }))).toBe('not-found');
  });

  it('case 32: moves an event to a calendar of Atelier’s own and back', async () => {
    const { id } = await add();
    await arrived();
    const own = value(await addCalendar(context, boss, { name: 'Own', owner: lea.email, kind: 'personal' }));
    value(await moveEvent(context, lea, { id, toCalendarId: own.id }));
    expect([await titles(), await titles(own.id)]).toEqual([[], ['03-12T09:00 Sleeve']]);
    expect(await waiting()).toEqual(['delete waiting']);
    value(await moveEvent(context, lea, { id, toCalendarId: work }));
    expect((await waiting()).sort()).toEqual(['delete waiting', 'put waiting']);
  });

  it('S2: what goes from a calendar of Atelier’s own to one at a provider is sent by itself', async () => {
    const own = value(await addCalendar(context, boss, { name: 'Own', owner: lea.email, kind: 'personal' }));
    const { id } = await add({}, own.id);
    const due = async () =>
      (await test.database.query<{ at: Date }>('SELECT push_at AS at FROM source WHERE id = $1', [work]))[0];
    expect(await due()).toEqual({ at: null });
    value(await moveEvent(context, lea, { id, toCalendarId: work }));
    expect([await waiting(), await due()]).toEqual([['put waiting'], { at: NOW }]);
  });
});

describe('what waits', () => {
  it('can be tried again, or given up and is then kept', async () => {
    const { id } = await add();
    await arrived();
    value(await editEvent(context, lea, { id, patch: { summary: 'Back' }, scope: ALL }));
    await test.database.query(
      "UPDATE outbox SET state = 'PARKED', next_try_at = next_try_at + interval '1 day'",
    );
    const [write] = await listWaiting(context, lea);
    expect(write?.state).toBe('parked');
    expect(kindOf(await retryWaiting(context, max, write?.id ?? ''))).toBe('not-found');
    value(await retryWaiting(context, lea, write?.id ?? ''));
    expect(await waiting()).toEqual(['put waiting']);
    value(await discardWaiting(context, lea, write?.id ?? ''));
    expect([await titles(), await waiting()]).toEqual([['03-12T09:00 Sleeve'], []]);
    const [given] = await listConflicts(context, lea, { settled: true });
    expect(given).toMatchObject({ kind: 'refused', outcome: 'theirs' });
    value(await resolveConflict(context, lea, { id: given?.id ?? '', take: 'mine' }));
    expect(await titles()).toEqual(['03-12T09:00 Back']);
  });
});

describe('conflicts', () => {
  async function disputed(outcome: 'THEIRS' | null): Promise<{ id: string; objectId: string }> {
    const { id: objectId } = await add();
    await arrived();
    const base = await sourceOf(objectId);
    const id = randomUUID();
    const theirs = base.replace('SUMMARY:Sleeve', 'SUMMARY:Phone');
    await test.database.query('UPDATE calendar_object SET source = $2 WHERE id = $1', [objectId, theirs]);
    await test.database.prisma.conflict.create({
      data: {
        id,
        calendarId: work,
        objectId,
        href: '/dav/work/x.ics',
        uid: objectId,
        summary: 'Sleeve',
        kind: 'BOTH_EDITED',
        groups: ['title'],
        baseSource: base,
        mineSource: base.replace('SUMMARY:Sleeve', 'SUMMARY:Studio'),
        theirsSource: theirs,
        outcome,
        createdAt: NOW,
        settledAt: outcome && NOW,
      },
    });
    return { id, objectId };
  }

  it('S2: an open one shows both versions, and taking mine makes it an edit again', async () => {
    const { id, objectId } = await disputed(null);
    expect((await listConflicts(context, lea, { settled: false })).map((one) => one.id)).toEqual([id]);
    expect(await listConflicts(context, max, { settled: true })).toEqual([]);
    expect(kindOf(await showConflict(context, max, id))).toBe('not-found');
    expect(value(await showConflict(context, lea, id)).differences).toEqual([
      { group: 'title', instance: null, mine: 'Studio', theirs: 'Phone', base: 'Sleeve', changed: 'both' },
    ]);
    value(await resolveConflict(context, lea, { id, take: 'mine' }));
    expect(await sourceOf(objectId)).toContain('SUMMARY:Studio');
    expect(await waiting()).toEqual(['put waiting']);
    expect(await listConflicts(context, lea, { settled: false })).toEqual([]);
  });

  it('S2: what lost can be brought back later, beside the other one', async () => {
    const { id } = await disputed('THEIRS');
    value(await resolveConflict(context, lea, { id, take: 'both' }));
    expect((await titles()).map((title) => title.slice(12)).sort()).toEqual(['Sleeve', 'Studio']);
    expect(await waiting()).toEqual(['put waiting']);
  });

  it('S2: field by field, each is taken from its side, and settled anew in another way', async () => {
    const { id, objectId } = await disputed(null);
    await test.database.query(
      "UPDATE conflict SET mine_source = replace(mine_source, 'END:VEVENT', E'LOCATION:Here\\r\\nEND:VEVENT')",
    );
    value(await resolveConflict(context, lea, { id, take: { title: 'theirs', place: 'mine' } }));
    expect(await sourceOf(objectId)).toContain('SUMMARY:Phone');
    expect(await sourceOf(objectId)).toContain('LOCATION:Here');
    expect(await listConflicts(context, lea, { settled: true })).toMatchObject([
      { outcome: 'mixed', taken: { title: 'theirs', place: 'mine' } },
    ]);
    value(await resolveConflict(context, lea, { id, take: { title: 'mine', place: 'theirs' } }));
    expect(await sourceOf(objectId)).toContain('SUMMARY:Studio');
    expect(await sourceOf(objectId)).not.toContain('LOCATION');
    value(await resolveConflict(context, lea, { id, take: 'theirs' }));
    expect(await sourceOf(objectId)).toContain('SUMMARY:Phone');
  });

  it('S2: what one side has deleted can only be settled as a whole', async () => {
    const { id } = await disputed(null);
    await test.database.query('UPDATE conflict SET theirs_source = NULL');
    const refused = await resolveConflict(context, lea, { id, take: { title: 'mine' } });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'conflict-whole-only' } });
    expect((await listConflicts(context, lea, { settled: false })).map((one) => one.id)).toEqual([id]);
  });

  it('one of two people who decide on what both saw open is told that the other was quicker', async () => {
    const { id } = await disputed(null);
    const settle = (outcome: 'MINE' | 'THEIRS') =>
      transact(test.database, (transaction) =>
        settleConflict(transaction, { id, settledAt: null }, { outcome, by: 'lea', at: NOW }),
      );
    expect((await Promise.all([settle('MINE'), settle('THEIRS')])).sort()).toEqual([false, true]);
  });
});

describe('files', () => {
  it('takes what another calendar gave away, twice the same, without inviting anybody', async () => {
    await add({ rrule: 'FREQ=WEEKLY;COUNT=3', summary: 'Öl; Farbe' });
    const { ics, objects } = value(await exportCalendar(context, lea, work));
    expect(objects).toBe(1);
    expect(kindOf(await exportCalendar(context, max, work))).toBe('not-found');
    const own = value(await addCalendar(context, lea, { name: 'Own', owner: lea.email, kind: 'personal' }));
    const invited = ics.replace('END:VEVENT', 'ATTENDEE:mailto:a@example.org\r\nEND:VEVENT');
    const first = value(await importEvents(context, lea, { calendarId: own.id, text: invited }));
    expect(first).toMatchObject({ added: 1, updated: 0, unchanged: 0, refused: [] });
    expect(await titles(own.id)).toEqual(await titles());
    expect(value(await exportCalendar(context, lea, own.id)).ics).toContain('SCHEDULE-AGENT=CLIENT');
  });

  it.each(['', 'no calendar at all', '<html></html>', 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n'])(
    'refuses %j with a sentence',
    async (text) => {
      expect(kindOf(await importEvents(context, lea, { calendarId: work, text }))).toBe('invalid');
      expect(await waiting()).toEqual([]);
    },
  );
});

describe('calendars', () => {
  it('an artist makes own calendars for nobody else', async () => {
    const forMax = await addCalendar(context, lea, { name: 'X', owner: max.email, kind: 'personal' });
    const forNobody = await addCalendar(context, lea, { name: 'X', owner: 'no@one.test', kind: 'personal' });
    expect(forMax).toEqual(forNobody);
    const nowhere = { name: 'X', owner: lea.email, kind: 'personal', zone: 'Mars/Olympus' } as const;
    expect(kindOf(await addCalendar(context, lea, nowhere))).toBe('invalid');
  });

  it('I6: what somebody looks at is asked at once, when it has not been within 15 seconds', async () => {
    const hour = new Date(NOW.getTime() + 3_600_000);
    const asked = async (completeAt: Date) => {
      await test.database.query(
        'UPDATE source SET next_sync_at = $1, last_complete_at = $2, watched_until = NULL',
        [hour, completeAt],
      );
      await markWatched(context, lea, [work]);
      const [row] = await test.database.query<{ next: Date; until: Date }>(
        'SELECT next_sync_at AS next, watched_until AS until FROM source',
      );
      return row;
    };
    const old = await asked(new Date(NOW.getTime() - 60_000));
    expect([old?.next, old?.until]).toEqual([NOW, new Date(NOW.getTime() + 90_000)]);
    const fresh = await asked(new Date(NOW.getTime() - 5_000));
    expect(fresh?.next).toEqual(new Date(NOW.getTime() + 10_000));
  });

  it('I8: a calendar that somebody may not see is not hurried by them', async () => {
    const later = new Date(NOW.getTime() + 3_600_000);
    await test.database.query('UPDATE source SET next_sync_at = $1, watched_until = NULL', [later]);
    await markWatched(context, max, [work]);
    const [row] = await test.database.query(
      'SELECT next_sync_at AS next, watched_until AS until FROM source',
    );
    expect(row).toEqual({ next: later, until: null });
  });

  it('S9: what somebody looks at while it fails keeps its own time', async () => {
    const later = new Date(NOW.getTime() + 3_600_000);
    await test.database.query('UPDATE source SET next_sync_at = $1, failures = 1', [later]);
    await markWatched(context, lea, [work]);
    const [row] = await test.database.query<{ next: Date }>('SELECT next_sync_at AS next FROM source');
    expect(row?.next).toEqual(later);
  });
});

describe('S6 what is not shown whole is not written', () => {
  const shared = () => test.database.query('UPDATE calendar SET owned_by_other = true WHERE id = $1', [work]);

  it('in a calendar that somebody else shares: a confidential event is read here, and nothing else', async () => {
    const { id, source } = await confidential();
    const other = await calendarAt(null, null);
    await shared();
    const series = { scope: 'this', recurrenceId: '20260312T090000Z' } as const;
    const refusals = [
      await editEvent(context, lea, { id, patch: { location: 'Here' }, scope: ALL }),
      await editEvent(context, lea, { id, patch: { location: 'Here' }, scope: series }),
      await moveEvent(context, lea, { id, toCalendarId: other }),
      await deleteEvent(context, lea, { id, scope: ALL }),
      await deleteEvent(context, lea, { id, scope: series }),
    ];
    expect(refusals.map(kindOf)).toEqual(refusals.map(() => 'forbidden'));
    for (const one of refusals)
      expect(one).toMatchObject({
        refusal: { message: expect.stringContaining('confidential to the owner') },
      });
    const text = source.replace('SUMMARY:Sleeve', 'SUMMARY:Mine');
    expect(value(await importEvents(context, lea, { calendarId: work, text }))).toMatchObject({
      updated: 0,
      refused: [{ reason: expect.stringContaining('confidential to the owner') }],
    });
    expect(await sourceOf(id)).toBe(source);
    expect(await waiting()).toEqual([]);
  });

  it('nor is such a copy brought back when it was deleted', async () => {
    const { id } = await confidential();
    await deleteEvent(context, lea, { id, scope: ALL });
    await arrived();
    await shared();
    const [item] = await listDeleted(context, lea);
    expect(kindOf(await restoreEvent(context, lea, { id: item?.id ?? '' }))).toBe('forbidden');
  });

  it('a damaged text can be deleted, not changed', async () => {
    const { id } = await add();
    await arrived();
    await test.database.query(
      `UPDATE calendar_object SET source = replace(source, 'Sleeve', E'Sl\\uFDD0ve')`,
    );
    const edited = await editEvent(context, lea, { id, patch: { location: 'Here' }, scope: ALL });
    expect(edited).toMatchObject({ ok: false, refusal: { message: expect.stringContaining('damaged') } });
    expect(kindOf(await deleteEvent(context, lea, { id, scope: ALL }))).toBe('done');
  });

  it('and a file with wrong bytes is not taken', async () => {
    const { id } = await add();
    const text = (await sourceOf(id)).replace('Sleeve', 'Sl\uFDD0ve').replace(id, 'another');
    expect(value(await importEvents(context, lea, { calendarId: work, text }))).toMatchObject({
      added: 0,
      refused: [{ reason: expect.stringContaining('UTF-8') }],
    });
  });

  async function confidential(): Promise<{ id: string; source: string }> {
    const { id } = await add({ classification: 'confidential', rrule: 'FREQ=DAILY;COUNT=3' });
    await arrived();
    return { id, source: await sourceOf(id) };
  }
});
