import { randomUUID } from 'node:crypto';
import type { EditScope, EventFields, EventPatch } from '@atelier/calendar/edit/text/event-fields';
import { beforeEach, describe, expect, it } from 'vitest';
import { OPERATOR } from '../../actor.ts';
import type { Outcome } from '../../outcome.ts';
import { addEvent } from '../add-event.ts';
import { deleteEvent } from '../delete-event.ts';
import { editEvent } from '../edit-event.ts';
import { listEvents } from '../list-events.ts';
import { showSource } from '../list-objects.ts';
import { moveEvent } from '../move-event.ts';
import { listDeleted, restoreEvent } from '../restore-event.ts';
import { showEvent } from '../show-event.ts';
import { at, fields, NOW, openWriting, person, value, type Writing } from '../testing/writing.ts';
import { undoEdit } from './undo-edit.ts';

const lea = person('lea', 'ARTIST');
const max = person('max', 'ARTIST');
const boss = person('boss', 'ADMIN');
const ALL = { scope: 'all' } as const;
const weekly = { rrule: 'FREQ=WEEKLY;COUNT=4' };
const second = '20260319T090000Z';

let writing: Writing;
beforeEach(async () => {
  const opened = await openWriting([lea, max, boss]);
  let now = NOW.getTime();
  writing = { ...opened, context: { ...opened.context, clock: () => new Date((now += 1_000)) } };
  return () => writing.test[Symbol.asyncDispose]();
});

const add = async (more: Partial<EventFields> = {}, editId = randomUUID()) =>
  value(await addEvent(writing.context, lea, { calendarId: writing.work, fields: fields(more), editId }));
/** @returns the id by which the edit can be taken back */
async function edit(id: string, patch: EventPatch, scope: EditScope = ALL, actor = lea): Promise<string> {
  const editId = randomUUID();
  value(await editEvent(writing.context, actor, { id, patch, scope, editId }));
  return editId;
}
const undo = (editId: string, as = randomUUID(), actor = lea) =>
  undoEdit(writing.context, actor, { editId, as });
const codeOf = (outcome: Outcome<unknown>) => (outcome.ok ? 'done' : outcome.refusal.code);

async function shown(): Promise<readonly string[]> {
  const span = { from: new Date('2026-03-01T00:00:00Z'), to: new Date('2026-05-01T00:00:00Z') };
  const events = value(await listEvents(writing.context, lea, span));
  return events.map(({ startsAt, title }) => `${startsAt.toISOString().slice(5, 13)} ${title}`);
}

const SERIES = ['03-12T09 Sleeve', '03-19T09 Sleeve', '03-26T09 Sleeve', '04-02T08 Sleeve'];

describe('taking an edit back', () => {
  it('I1: an edit, and doing it again by taking that back', async () => {
    const { id } = await add();
    const again = randomUUID();
    const moved = await edit(id, { start: at(13, 15), end: at(13, 16), summary: 'Moved' });
    expect(await shown()).toEqual(['03-13T14 Moved']);
    value(await undo(moved, again));
    expect(await shown()).toEqual(['03-12T09 Sleeve']);
    value(await undo(again));
    expect(await shown()).toEqual(['03-13T14 Moved']);
  });

  it('I1: twenty edits, one after the other, back to the first', async () => {
    const { id } = await add();
    const edits: string[] = [];
    for (let hour = 0; hour < 20; hour++) edits.push(await edit(id, { summary: `Take ${hour}` }));
    for (const one of edits.toReversed()) value(await undo(one));
    expect(await shown()).toEqual(['03-12T09 Sleeve']);
  });

  it('I1, I2: an occurrence, the following ones and the whole series stand again as they were', async () => {
    const { id } = await add(weekly);
    const following = { scope: 'following', recurrenceId: second } as const;
    for (const scope of [{ scope: 'this', recurrenceId: second } as const, following, ALL]) {
      const one = await edit(id, { summary: 'Other', location: 'Chair 2' }, scope);
      expect(await shown()).not.toEqual(SERIES);
      value(await undo(one));
      expect(await shown()).toEqual(SERIES);
      // What was split off has not been deleted: its dates are those of the series again.
      expect(await listDeleted(writing.context, lea)).toEqual([]);
    }
    const editId = randomUUID();
    value(await deleteEvent(writing.context, lea, { id, scope: following, editId }));
    expect(await shown()).toEqual(SERIES.slice(0, 1));
    value(await undo(editId));
    expect(await shown()).toEqual(SERIES);
  });

  it('I2: what was split off and taken back is split off again, and not among what was deleted', async () => {
    const { id } = await add(weekly);
    const one = await edit(id, { summary: 'Other' }, { scope: 'following', recurrenceId: second });
    const split = await shown();
    const [back, again] = [randomUUID(), randomUUID()];
    value(await undo(one, back));
    value(await undo(back, again));
    expect(await shown()).toEqual(split);
    value(await undo(again));
    expect(await shown()).toEqual(SERIES);
    expect(await listDeleted(writing.context, lea)).toEqual([]);
  });

  it('I1: a deletion, under the same UID; then what was done to the event before', async () => {
    const { id, uid } = await add();
    const renamed = await edit(id, { summary: 'Renamed' });
    const editId = randomUUID();
    value(await deleteEvent(writing.context, lea, { id, scope: ALL, editId }));
    const { ids } = value(await undo(editId));
    expect(await listDeleted(writing.context, lea)).toEqual([]);
    expect(value(await showSource(writing.context, OPERATOR, ids[0] ?? '')).source).toContain(`UID:${uid}`);
    value(await undo(renamed));
    expect(await shown()).toEqual(['03-12T09 Sleeve']);
  });

  it('I1: a creation and a restoration: the event goes, and is kept with what was deleted', async () => {
    const made = randomUUID();
    await add({}, made);
    value(await undo(made));
    expect(await shown()).toEqual([]);
    const [grave] = await listDeleted(writing.context, lea);
    const restored = randomUUID();
    value(await restoreEvent(writing.context, lea, { id: grave?.id ?? '', editId: restored }));
    expect(await shown()).toEqual(['03-12T09 Sleeve']);
    value(await undo(restored));
    expect(await shown()).toEqual([]);
  });

  it('I1: a move to another calendar together with an edit, as one', async () => {
    const { id } = await add();
    const private_ = await writing.calendarAt(null, null);
    const editId = randomUUID();
    value(await moveEvent(writing.context, lea, { id, toCalendarId: private_, editId }));
    value(await editEvent(writing.context, lea, { id, patch: { summary: 'There' }, scope: ALL, editId }));
    value(await undo(editId));
    const detail = value(await showEvent(writing.context, lea, { objectId: id, recurrenceId: null }));
    expect(detail).toMatchObject({ calendarId: writing.work, event: { summary: 'Sleeve' } });
  });
});

describe('what others did meanwhile', () => {
  it('I1: stays beside what is taken back', async () => {
    const { id } = await add();
    const mine = await edit(id, { start: at(13, 15), end: at(13, 16) });
    await edit(id, { location: 'Chair 2' }, ALL, boss);
    value(await undo(mine));
    const detail = value(await showEvent(writing.context, lea, { objectId: id, recurrenceId: null }));
    expect(detail).toMatchObject({
      event: { location: 'Chair 2' },
      writtenBy: 'lea',
      form: { start: at(12, 10) },
    });
  });

  it('I1: is never overwritten: nothing is taken back, of an edit, a creation or a deletion', async () => {
    const made = randomUUID();
    const { id } = await add({}, made);
    const mine = await edit(id, { summary: 'Mine' });
    await edit(id, { summary: 'Theirs' }, ALL, boss);
    expect(codeOf(await undo(mine))).toBe('undo-overtaken');
    expect(codeOf(await undo(made))).toBe('undo-overtaken');
    const gone = randomUUID();
    value(await deleteEvent(writing.context, lea, { id, scope: ALL, editId: gone }));
    const [grave] = await listDeleted(writing.context, lea);
    value(await restoreEvent(writing.context, boss, { id: grave?.id ?? '' }));
    expect(codeOf(await undo(gone))).toBe('undo-overtaken');
    expect(await shown()).toEqual(['03-12T09 Theirs']);
  });

  it('I8: an edit of somebody else is as absent as one that never was', async () => {
    const { id } = await add();
    const mine = await edit(id, { summary: 'Mine' });
    expect(codeOf(await undo(mine, randomUUID(), max))).toBe('undo-gone');
    expect(codeOf(await undo(mine, randomUUID(), boss))).toBe('undo-gone');
    expect(codeOf(await undo(randomUUID()))).toBe('undo-gone');
  });
});

describe('an edit that arrives twice, since its answer was lost', () => {
  it('I6: is done once: a change, a part of a series, a deletion, a restoration', async () => {
    const { id, revision } = await add(weekly);
    const following = { scope: 'following', recurrenceId: second } as const;
    const input = { id, patch: { summary: 'Other' }, scope: following, revision, editId: randomUUID() };
    const first = value(await editEvent(writing.context, lea, input));
    expect(value(await editEvent(writing.context, lea, input))).toEqual(first);
    expect((await shown()).filter((title) => title.endsWith('Other'))).toHaveLength(3);
    const gone = { id, scope: ALL, editId: randomUUID() };
    const deleted = value(await deleteEvent(writing.context, lea, gone));
    expect(value(await deleteEvent(writing.context, lea, gone))).toEqual(deleted);
    const [grave] = await listDeleted(writing.context, lea);
    const back = { id: grave?.id ?? '', editId: randomUUID() };
    const restored = value(await restoreEvent(writing.context, lea, back));
    expect(value(await restoreEvent(writing.context, lea, back))).toEqual(restored);
    expect(await shown()).toHaveLength(4);
  });

  it('I8: is known to whoever made it alone', async () => {
    const { id, revision } = await add();
    const input = { id, patch: { summary: 'Mine' }, scope: ALL, revision, editId: randomUUID() };
    value(await editEvent(writing.context, lea, input));
    expect(codeOf(await editEvent(writing.context, boss, input))).toBe('event-overtaken');
  });
});
