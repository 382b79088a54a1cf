import type { AgendaEvent, EventDetail, EventFields } from '../../../api/answers.ts';
import { refusalCodeOf } from '../../../api/api-error.ts';
import { problemOf } from '../../../api/problem.ts';
import { eventWhen } from '../../../time/event-when.ts';
import { draftChanges } from '../../event/draft/draft-changes.ts';
import {
  draftOf,
  type EventDraft,
  fieldsOf,
  onShownClock,
  patchOf,
  placingOf,
  rebase,
  saidTimes,
  touchedIn,
} from '../../event/draft/event-draft.ts';
import { eventTitle } from '../../event/event-title.ts';
import { addedEvent } from '../added-event.ts';
import type { Change } from '../change.ts';
import { copiedFields } from '../copied-event.ts';
import { type ActionContext, isInSeries, isMany, zonesOf } from '../event-actions.ts';
import type { Pending, Scope } from '../pending.ts';
import { ofFirst } from '../said-times.ts';
import { doneText } from '../series/done-text.ts';
import { EVERY_SCOPE } from '../series/series-question.ts';
import type { OpenDraft } from './open-draft.ts';

/** What the panel does with a draft that was sent. */
export interface Sending {
  /** It is on its way, and shown: the panel may close. */
  readonly onSent: () => void;
  /** It was not saved: here it is again, with the reason. */
  readonly onBack: (open: OpenDraft) => void;
}

/** Saves what was typed: a new event, or what was changed of one, in the part of its series that is meant. */
export async function saveDraft(context: ActionContext, open: OpenDraft, sending: Sending): Promise<void> {
  const { target, before, draft } = open;
  if (!target) return addDraft(context, open, sending);
  const touched = touchedIn(before, draft);
  if (touched.length === 0) return sending.onSent();
  const scope = await askScope(context, target, open);
  if (scope === null) return;
  await sendDraft(context, open, { ...sending, scope });
}

async function addDraft(context: ActionContext, open: OpenDraft, { onSent, onBack }: Sending): Promise<void> {
  const { store, words, tellDone } = context;
  const { draft } = open;
  const id = context.newId();
  const takeOff = store.show({ kind: 'add', event: draftEvent(draft, id, floatingZone(context, draft)) });
  onSent();
  const title = draft.title.trim() || words.common.untitled;
  const about = { text: words.edit.did.added({ title }), many: false };
  const change = { kind: 'add', id, calendarId: draft.calendarId, fields: fieldsOf(draft) } as const;
  const ending = await store.inTurn(() => store.write(change, about)).finally(takeOff);
  if (ending.ok) tellDone(ending.step);
  else giveBack(context, open, ending.error, onBack);
}

async function sendDraft(
  context: ActionContext,
  open: OpenDraft,
  sending: Sending & { readonly scope: Scope },
  again = true,
): Promise<void> {
  const { target, before, draft } = open;
  if (!target) return;
  const { scope, onSent, onBack } = sending;
  const { store } = context;
  const takeOff = store.show(pendingOf(open, scope, floatingZone(context, draft)));
  onSent();
  const change = changeOf(context, { ...target, before, draft, scope });
  const many = isMany(target.event, scope);
  const text = savedText(context, open, many ? scope : 'this');
  const ending = await store.inTurn(() => store.write(change, { text, many })).finally(takeOff);
  if (ending.ok) return context.tellDone(ending.step);
  if (refusalCodeOf(ending.error) !== 'event-overtaken') return giveBack(context, open, ending.error, onBack);
  const rebased = await onLatest(context, open);
  // Nothing of what was typed meets what was changed meanwhile: it goes on top of it.
  if (rebased?.meanwhile?.clashing.length === 0 && again) return sendDraft(context, rebased, sending, false);
  giveBack(context, rebased ?? open, ending.error, onBack);
}

/** The same draft on the event as it is now; null when that cannot be had. */
async function onLatest(context: ActionContext, open: OpenDraft): Promise<OpenDraft | null> {
  const { target } = open;
  const detail = target && (await context.detailOf(target.event).catch(() => null));
  return detail && target ? rebased(open, detail, zonesOf(context, detail)) : null;
}

/** A draft on another version of its event than it was begun on; itself where that says the same. */
export function rebased(
  open: OpenDraft,
  detail: EventDetail,
  zones: { readonly shown: string; readonly calendar: string },
): OpenDraft {
  const theirs = draftOf(detail, zones);
  if (!theirs || !open.target) return open;
  const target = { ...open.target, detail };
  const { draft, theirs: parts, clashing } = rebase(open.before, open.draft, theirs);
  if (parts.length === 0) return { ...open, target };
  return {
    ...open,
    target,
    before: theirs,
    draft,
    meanwhile: { name: detail.writtenBy, theirs, parts, clashing },
  };
}

function giveBack(
  { words, language }: ActionContext,
  open: OpenDraft,
  error: unknown,
  onBack: Sending['onBack'],
): void {
  onBack({ ...open, problem: problemOf(error, words, language) });
}

async function askScope(
  { words, formats, zone, ask, calendars }: ActionContext,
  { event, detail }: NonNullable<OpenDraft['target']>,
  { before, draft }: OpenDraft,
): Promise<Scope | null> {
  if (!isInSeries(event)) return 'all';
  const scopes = before.rrule === draft.rrule ? EVERY_SCOPE : EVERY_SCOPE.filter((scope) => scope !== 'this');
  return ask({
    kind: 'edit',
    title: eventTitle(event, words),
    when: eventWhen(formats, event, zone),
    reach: detail.reach,
    changes: draftChanges(before, draft, {
      words,
      formats,
      calendarName: (id) => calendars.get(id)?.name ?? '',
    }),
    scopes,
  });
}

interface Meant extends NonNullable<OpenDraft['target']> {
  readonly before: EventDraft;
  readonly draft: EventDraft;
  readonly scope: Scope;
}

function changeOf(context: ActionContext, { event, detail, before, draft, scope }: Meant): Change {
  const patch = patchOf(before, draft);
  const { form } = detail;
  const zones = zonesOf(context, detail);
  if (patch.start && scope === 'all' && form?.first) {
    Object.assign(patch, ofFirst(saidTimes(draft), saidTimes(before), onShownClock(form.first, zones)));
  }
  const copied = scope === 'this' ? copiedFields(detail, saidTimes(draft)) : null;
  const alone = copied && { id: context.newId(), fields: ownFields(draft, copied) };
  const elsewhere = draft.calendarId === before.calendarId ? null : { calendarId: draft.calendarId, alone };
  const part = { id: event.objectId, recurrenceId: event.recurrenceId, scope, revision: detail.revision };
  return { kind: 'edit', ...part, patch, toCalendar: elsewhere };
}

/** A new event as the agenda shows it. @param floating zone in which floating times are read */
function draftEvent(draft: EventDraft, id: string, floating: string): AgendaEvent {
  const at = { ...placingOf(draft, floating), calendarId: draft.calendarId };
  return addedEvent(id, at, fieldsOf(draft), floating);
}

/** Of an occurrence that leaves its series: what was typed, with what no field shows. */
function ownFields(draft: EventDraft, { url, status }: EventFields): EventFields {
  return { ...fieldsOf(draft), url, status, rrule: null };
}

/** What is typed, as the agenda shows it. */
export function pendingOf({ target, before, draft }: OpenDraft, scope: Scope, floating: string): Pending {
  if (!target) return { kind: 'add', event: draftEvent(draft, 'draft', floating) };
  const moved = touchedIn(before, draft).includes('when');
  const says = {
    title: draft.title,
    location: draft.place || null,
    busy: draft.busy,
    calendarId: draft.calendarId,
  };
  return { kind: 'change', target: target.event, scope, to: moved ? placingOf(draft, floating) : null, says };
}

function savedText({ words }: ActionContext, { target, draft }: OpenDraft, scope: Scope): string {
  const title = draft.title.trim() || (target ? eventTitle(target.event, words) : words.common.untitled);
  const one = words.edit.did.changed({ title });
  return doneText(words, scope, { title, one, part: words.edit.did.changedPart });
}

/** In which times without a zone are read. */
export function floatingZone(context: ActionContext, draft: EventDraft): string {
  return zonesOf(context, draft).calendar;
}
