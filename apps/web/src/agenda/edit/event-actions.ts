import type { StudioWords } from '@atelier/words/studio/en';
import type { AgendaEvent, Calendar, EventDetail, EventFields } from '../../api/answers.ts';
import { type Problem, problemOf, refusalProblem } from '../../api/problem.ts';
import { eventWhen } from '../../time/event-when.ts';
import type { Formats } from '../../time/formats.ts';
import { eventTitle } from '../event/event-title.ts';
import { addedEvent } from './added-event.ts';
import { copiedEvent, copiedFields } from './copied-event.ts';
import type { EditStore, Ending } from './edit-store.ts';
import type { Placing, ShiftOptions } from './event-edits.ts';
import type { Done } from './history.ts';
import { type Scope, timesOf } from './pending.ts';
import { ofFirst, placeOf, saidAs, sameTimes, type Zones } from './said-times.ts';
import { becomesWords } from './series/becomes-words.ts';
import { doneText } from './series/done-text.ts';
import { EVERY_SCOPE, type SeriesQuestion } from './series/series-question.ts';

export interface ActionContext {
  readonly store: EditStore;
  readonly words: StudioWords;
  readonly language: string;
  readonly formats: Formats;
  /** In which times are shown. */
  readonly zone: string;
  readonly calendars: ReadonlyMap<string, Pick<Calendar, 'timeZone' | 'name'>>;
  readonly lockedBy: (event: AgendaEvent) => string | null;
  /** The event as it is now, from the server. */
  readonly detailOf: (event: AgendaEvent) => Promise<EventDetail>;
  /** Null: nothing is to be done. */
  readonly ask: (question: SeriesQuestion) => Promise<Scope | null>;
  readonly tellDone: (step: Done) => void;
  readonly tellRefused: (title: string, problem: Problem) => void;
  readonly newId: () => string;
}

/** What a drop, a resize or a key has done to an event. It shows at once; its turn comes when what was wanted before is done. */
export function shiftEvent(
  context: ActionContext,
  event: AgendaEvent,
  to: Placing,
  { copy = false, onRefused }: ShiftOptions,
): void {
  const { store } = context;
  if (copy) {
    const id = context.newId();
    const takeOff = store.show({ kind: 'add', event: copiedEvent(event, id, to) });
    void end(
      context,
      event,
      () => store.inTurn(() => copied(context, event, to, id)).finally(takeOff),
      onRefused,
    );
    return;
  }
  const takeOff = store.show(shiftOf(event, to, 'this'));
  void end(
    context,
    event,
    () => store.inTurn(() => moved(context, event, to, takeOff)).finally(takeOff),
    onRefused,
  );
}

/** A new event, which shows at once. */
export function addEvent(
  context: ActionContext,
  at: Placing & { readonly calendarId: string },
  fields: EventFields,
  onRefused: NonNullable<ShiftOptions['onRefused']>,
): void {
  const { store, words, formats, zone } = context;
  const id = context.newId();
  const event = addedEvent(id, at, fields, zone);
  const takeOff = store.show({ kind: 'add', event });
  const title = eventTitle(event, words);
  const text = words.edit.did.moved({ title, when: eventWhen(formats, event, zone) });
  const change = { kind: 'add', id, calendarId: at.calendarId, fields } as const;
  const send = () => store.inTurn(() => store.write(change, { text, many: false })).finally(takeOff);
  void end(context, event, send, onRefused);
}

export function removeEvent(context: ActionContext, event: AgendaEvent): void {
  void end(context, event, () => context.store.inTurn(() => removed(context, event)));
}

export function restoreEvent(
  context: ActionContext,
  { id, title }: { readonly id: string; readonly title: string },
): void {
  const { store, words } = context;
  const text = words.edit.did.restored({ title });
  void end(context, { title }, () =>
    store.inTurn(() => store.write({ kind: 'restore', id }, { text, many: false })),
  );
}

/** Carries a reason out of a step that cannot go on; none where the person has said so. */
class Stopped extends Error {
  readonly problem: Problem | null;

  constructor(problem: Problem | null) {
    super('stopped');
    this.problem = problem;
  }
}

/** Says what became of it; a refusal goes to whoever asked as well. */
async function end(
  { words, language, tellDone, tellRefused }: ActionContext,
  event: Pick<AgendaEvent, 'title'>,
  work: () => Promise<Ending>,
  onRefused?: ShiftOptions['onRefused'],
): Promise<void> {
  const refuse = (problem: Problem | null) => {
    if (problem) tellRefused(words.edit.refused({ title: eventTitle(event, words) }), problem);
    onRefused?.(problem);
  };
  try {
    const ending = await work();
    if (ending.ok) tellDone(ending.step);
    else refuse(problemOf(ending.error, words, language));
  } catch (error) {
    refuse(error instanceof Stopped ? error.problem : problemOf(error, words, language));
  }
}

async function moved(
  context: ActionContext,
  event: AgendaEvent,
  to: Placing,
  takeOff: () => void,
): Promise<Ending> {
  const { words, formats, zone, store } = context;
  const detail = await changeable(context, event);
  const title = eventTitle(event, words);
  const when = (place: Placing) => eventWhen(formats, { ...event, ...timesOf(place) }, zone);
  const changes = [becomesWords(words, formats, event, { ...event, ...timesOf(to) }, zone)];
  const scope = await scopeOf(context, event, { kind: 'edit', reach: detail.reach, changes });
  const shown = store.show(shiftOf(event, to, scope));
  takeOff();
  const wanted = saidAs(to, detail.form.start, zonesOf(context, event));
  const { first } = detail.form;
  const patch = scope === 'all' && first ? ofFirst(wanted, detail.form, first) : wanted;
  const fields = scope === 'this' ? copiedFields(detail, wanted) : null;
  const elsewhere = to.calendarId !== undefined && to.calendarId !== event.calendarId ? to.calendarId : null;
  const alone = fields && { id: context.newId(), fields };
  const toCalendar = elsewhere === null ? null : { calendarId: elsewhere, alone };
  const text = doneText(words, isMany(event, scope) ? scope : 'this', {
    title,
    one: words.edit.did.moved({ title, when: when(to) }),
    part: words.edit.did.changedPart,
  });
  const change = { kind: 'edit', ...partOf(event, detail, scope), patch, toCalendar } as const;
  return store.write(change, { text, many: isMany(event, scope) }).finally(shown);
}

async function copied(context: ActionContext, event: AgendaEvent, to: Placing, id: string): Promise<Ending> {
  const { words, store } = context;
  const detail = await context.detailOf(event);
  const fields = detail.form && copiedFields(detail, saidAs(to, detail.form.start, zonesOf(context, event)));
  if (!fields) throw new Stopped({ message: words.edit.locked, hint: null });
  const calendarId = to.calendarId ?? event.calendarId;
  const text = words.edit.did.added({ title: eventTitle(event, words) });
  return store.write({ kind: 'add', id, calendarId, fields }, { text, many: false });
}

async function removed(context: ActionContext, event: AgendaEvent): Promise<Ending> {
  const { words, store } = context;
  const title = eventTitle(event, words);
  const locked = context.lockedBy(event);
  if (locked !== null) throw new Stopped({ message: locked, hint: null });
  const detail = await context.detailOf(event);
  const scope = await scopeOf(context, event, { kind: 'remove', reach: detail.reach, changes: [] });
  const text = doneText(words, isMany(event, scope) ? scope : 'this', {
    title,
    one: words.edit.did.removed({ title }),
    part: words.edit.did.removedPart,
  });
  const shown = store.show({ kind: 'remove', target: event, scope });
  const change = { kind: 'remove', ...partOf(event, detail, scope) } as const;
  return store.write(change, { text, many: isMany(event, scope) }).finally(shown);
}

async function changeable(context: ActionContext, event: AgendaEvent) {
  const { words, language, lockedBy, detailOf } = context;
  const locked = lockedBy(event);
  if (locked !== null) throw new Stopped({ message: locked, hint: null });
  const detail = await detailOf(event);
  const { form } = detail;
  if (!form)
    throw new Stopped(
      detail.locked
        ? refusalProblem(detail.locked, words, language)
        : { message: words.edit.locked, hint: null },
    );
  // What was dragged is what was seen: at another time by now it would jump from there.
  if (!sameTimes(saidAs(placeOf(event), form.start, zonesOf(context, event)), form)) {
    throw new Stopped({ message: words.edit.movedMeanwhile, hint: words.edit.lookAgain });
  }
  return { ...detail, form };
}

async function scopeOf(
  { words, formats, zone, ask }: ActionContext,
  event: AgendaEvent,
  question: Pick<SeriesQuestion, 'kind' | 'reach' | 'changes'>,
): Promise<Scope> {
  if (!isInSeries(event)) return 'all';
  const when = eventWhen(formats, event, zone);
  const scope = await ask({ ...question, title: eventTitle(event, words), when, scopes: EVERY_SCOPE });
  if (scope === null) throw new Stopped(null);
  return scope;
}

export function zonesOf(
  { zone, calendars }: ActionContext,
  { calendarId }: Pick<AgendaEvent, 'calendarId'>,
): Zones {
  return { shown: zone, calendar: calendars.get(calendarId)?.timeZone ?? zone };
}

function shiftOf(event: AgendaEvent, to: Placing, scope: Scope) {
  const says = to.calendarId === undefined ? {} : { calendarId: to.calendarId };
  return { kind: 'change', target: event, scope, to, says } as const;
}

function partOf({ objectId, recurrenceId }: AgendaEvent, { revision }: EventDetail, scope: Scope) {
  return { id: objectId, recurrenceId, scope, revision };
}

export function isInSeries({ recurring, recurrenceId }: AgendaEvent): boolean {
  return recurring && recurrenceId !== null;
}

export function isMany(event: AgendaEvent, scope: Scope): boolean {
  return isInSeries(event) && scope !== 'this';
}
