import { goBack } from '@atelier/calendar/merge/go-back';
import { isRewriteOf } from '@atelier/calendar/merge/parts/same-content';
import { type CalendarPlace, lockCalendars } from '@atelier/database/calendar/calendar-place';
import { findByUid, findInCalendar, findText, type ObjectText } from '@atelier/database/object/event-lookup';
import { removeTombstonesOf } from '@atelier/database/object/tombstone-store';
import { type Transaction, transact } from '@atelier/database/transaction';
import { type ReplacedText, replacedBy, type Standing } from '@atelier/database/undo/replaced-texts';
import type { Actor } from '../../actor.ts';
import { writableCalendar } from '../../calendars/writable-calendar.ts';
import type { Context } from '../../context.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { editableObject } from '../write/editable-object.ts';
import { fitToChange } from '../write/fit-to-change.ts';
import { orRefused } from '../write/or-refused.ts';
import { moveFitting, removeFitting, saveFitting } from '../write/save-fitting.ts';
import { keepEdit } from './keep-edit.ts';

export interface UndoEdit {
  readonly editId: string;
  /** Under which what is done now can be taken back in turn: that is how it is done again. */
  readonly as: string;
}

export interface Undone {
  /** What was changed, and is there. */
  readonly ids: readonly string[];
}

/** Ends the transaction: nothing, or all of an edit, is taken back. */
class Overtaken extends Error {
  override readonly name = 'Overtaken';
}

/**
 * Takes back what one edit of this person did, to one event or several: what was there stands again, under the same
 * UID. What somebody else has changed since stays; where that is the same, nothing is taken back.
 */
export async function undoEdit(
  context: Context,
  actor: Actor,
  { editId, as }: UndoEdit,
): Promise<Outcome<Undone>> {
  const replaced = (await replacedBy(context.database, { id: editId, actorId: actor.userId })).toReversed();
  if (replaced.length === 0) return refusedFor('not-found', 'undo-gone');
  const allowed = await mayGoBack(context, actor, replaced);
  if (!allowed.ok) return allowed;
  return await orRefused(turnAllBack(context, actor, replaced, as));
}

/** All of it, or nothing. */
async function turnAllBack(
  context: Context,
  actor: Actor,
  replaced: readonly ReplacedText[],
  as: string,
): Promise<Outcome<Undone>> {
  const now = context.clock();
  try {
    const back = await transact(context.database, async (transaction) => {
      const places = await lockCalendars(transaction, calendarsOf(replaced));
      const work = { actorId: actor.userId, now, newId: context.newId };
      const undone: ReplacedText[] = [];
      for (const one of replaced)
        undone.push(await turnBack({ transaction, places, work }, one, isSplitOff(one, replaced)));
      await keepEdit(transaction, actor, { editId: as, at: now }, undone);
      return undone;
    });
    return done({ ids: back.flatMap(({ objectId, after }) => (after ? [objectId] : [])) });
  } catch (error) {
    if (error instanceof Overtaken) return refusedFor('conflict', 'undo-overtaken');
    throw error;
  }
}

/** One series was made into two: the first takes its dates back, and they are nothing that was deleted. */
function isSplitOff({ before, uid }: ReplacedText, replaced: readonly ReplacedText[]): boolean {
  return before === null && replaced.some((other) => other.uid !== uid && other.before && other.after);
}

function calendarsOf(replaced: readonly ReplacedText[]): readonly string[] {
  return [
    ...new Set(
      replaced.flatMap(({ before, after }) => [before, after].flatMap((one) => one?.calendarId ?? [])),
    ),
  ];
}

/** What this person may write today, not what they might when they made the edit. */
async function mayGoBack(
  context: Context,
  actor: Actor,
  replaced: readonly ReplacedText[],
): Promise<Outcome<null>> {
  for (const id of calendarsOf(replaced)) {
    const calendar = await writableCalendar(context, actor, id);
    if (!calendar.ok) return calendar;
    for (const { before } of replaced) {
      const fit = before?.calendarId === id ? fitToChange(before.text, calendar.value) : done(null);
      if (!fit.ok) return fit;
    }
  }
  for (const { objectId, uid, after } of replaced) {
    const there =
      after &&
      ((await findText(context.database, objectId))
        ? objectId
        : (await findByUid(context.database, uid))?.id);
    if (!there) continue;
    const editable = await editableObject(context, actor, there);
    if (!editable.ok) return editable;
  }
  return done(null);
}

interface Work {
  readonly transaction: Transaction;
  readonly places: ReadonlyMap<string, CalendarPlace>;
  readonly work: { readonly actorId: string; readonly now: Date; readonly newId: () => string };
}

/** @returns what that did in turn. */
async function turnBack(
  around: Work,
  { objectId, uid, before, after }: ReplacedText,
  standsElsewhere: boolean,
): Promise<ReplacedText> {
  if (after === null) return before ? bringBack(around, uid, before) : nothing(objectId, uid);
  const { id, found } = await currentOf(around, { objectId, uid, calendarId: after.calendarId });
  const was = { calendarId: after.calendarId, text: found.source };
  if (before === null) {
    if (!isRewriteOf(found.source, after.text)) throw new Overtaken();
    const place = placeOf(around, after);
    await removeFitting(around.transaction, { ...around.work, place, objectId: id, standsElsewhere });
    return { objectId: id, uid, before: was, after: null };
  }
  if (before.calendarId !== after.calendarId) {
    const places = { place: placeOf(around, after), to: placeOf(around, before) };
    await moveFitting(around.transaction, { ...around.work, ...places, objectId: id });
  }
  const text = textBefore(around, before.text, after.text, found.source);
  if (text !== found.source) {
    const write = { ...around.work, place: placeOf(around, before), objectId: id, source: text };
    await saveFitting(around.transaction, write);
  }
  return { objectId: id, uid, before: was, after: { calendarId: before.calendarId, text } };
}

function nothing(objectId: string, uid: string): ReplacedText {
  return { objectId, uid, before: null, after: null };
}

/** What was deleted stands again; not beside one that was brought back already. */
async function bringBack(around: Work, uid: string, before: Standing): Promise<ReplacedText> {
  const { transaction, work } = around;
  if (await findInCalendar(transaction, before.calendarId, uid)) throw new Overtaken();
  await removeTombstonesOf(transaction, before.calendarId, uid);
  const objectId = work.newId();
  await saveFitting(transaction, { ...work, place: placeOf(around, before), objectId, source: before.text });
  return { objectId, uid, before: null, after: before };
}

/** By its id; one that was deleted and brought back meanwhile has another, and the same UID. */
async function currentOf(
  { transaction }: Work,
  {
    objectId,
    uid,
    calendarId,
  }: { readonly objectId: string; readonly uid: string; readonly calendarId: string },
): Promise<{ readonly id: string; readonly found: ObjectText }> {
  const named = await findText(transaction, objectId);
  const other = named ? null : await findByUid(transaction, uid);
  const found = named ?? (other && (await findText(transaction, other.id)));
  if (!found || found.uid !== uid || found.calendarId !== calendarId) throw new Overtaken();
  return { id: other?.id ?? objectId, found };
}

function textBefore({ work }: Work, before: string, after: string, current: string): string {
  const back = goBack({ before, after, current, now: work.now.toTemporalInstant() });
  if (!back.ok) throw new Overtaken();
  return back.text;
}

function placeOf({ places }: Work, { calendarId }: Standing): CalendarPlace {
  const place = places.get(calendarId);
  if (!place) throw new Overtaken();
  return place;
}
