import { type SourceComponent, writeNode } from '../text/source-document.ts';
import { alarmsOf, sameAlarms } from './patch/alarms.ts';
import { patchTexts, type TextPatch } from './patch/patch-texts.ts';
import { patchTimes } from './patch/patch-times.ts';
import { changesTime, isNothing, type RealChanges, realChanges } from './patch/real-changes.ts';
import { rewrite } from './rewrite.ts';
import { checkInstances, checkPace } from './series/check-instances.ts';
import { type Rescheduled, reschedule } from './series/reschedule.ts';
import type { EditContext, EventPatch } from './text/event-fields.ts';
import { type EventPart, type EventText, masterIn, timesOf } from './text/event-text.ts';
import { refuse } from './text/refused.ts';
import { touch } from './text/touch.ts';

/** A single event, or a whole series: start and end are those of its first instance. */
export function editAll(text: EventText, patch: EventPatch, context: EditContext): string {
  const master = masterIn(text);
  if (master === null) return editWithoutMaster(text, patch, context);
  const changes = realChanges(master, patch, text.zones);
  if (isNothing(changes)) return text.text;
  const timely = changesTime(changes.times) || changes.rule !== undefined;
  const moved: Rescheduled = timely ? reschedule(text, master, changes) : new Map();
  const changed = new Map(
    text.events.map((part) => {
      const texts = part === master ? changes.texts : sharedTexts(part, master, changes.texts);
      const node = moved.get(part.node);
      return [part.node, node === null ? null : edited(part, node ?? part.node, texts, text, context)];
    }),
  );
  const result = rewrite(text, { changed }, context);
  if (timely) checkInstances(result, context.zone);
  if (typeof changes.rule === 'string') checkPace(result, context.zone);
  return result;
}

/** An override that said what the master said goes on saying what the master says. */
function sharedTexts(override: EventPart, master: EventPart, texts: TextPatch): TextPatch {
  const [own, common] = [override.source.component, master.source.component];
  const { alarms, ...rest } = texts;
  const shared = Object.entries(rest).filter(
    ([field]) => own[field as keyof typeof rest] === common[field as keyof typeof rest],
  );
  const rung =
    alarms !== undefined && sameAlarms(alarmsOf(override.node).minutes, alarmsOf(master.node).minutes);
  return { ...Object.fromEntries(shared), ...(rung ? { alarms } : {}) };
}

/** `node` has the new times; marked as changed only where it is. */
function edited(
  part: EventPart,
  node: SourceComponent,
  texts: TextPatch,
  { lineEnd }: EventText,
  { now }: EditContext,
): SourceComponent {
  const before = writeNode(part.node);
  const next = patchTexts(node, texts, { lineEnd });
  if (writeNode(next) === before) return part.node;
  return touch(next, { now, lineEnd }, writeNode(node) !== before || texts.status !== undefined);
}

/** One VEVENT by itself: an override, or an instance that becomes one. */
export function editOne(
  part: EventPart,
  changes: RealChanges,
  text: EventText,
  context: EditContext,
): SourceComponent {
  if (typeof changes.rule === 'string') refuse('edit-rule-of-one');
  const timed = changesTime(changes.times)
    ? patchTimes(part.node, timesOf(part), changes.times, text)
    : part.node;
  return edited(part, timed, changes.texts, text, context);
}

/** Overrides whose series is elsewhere: texts may change on all of them, a time only where there is one. */
function editWithoutMaster(text: EventText, patch: EventPatch, context: EditContext): string {
  const all = text.events.map((part) => ({ part, changes: realChanges(part, patch, text.zones) }));
  const real = all.filter(({ changes }) => !isNothing(changes));
  if (real.length === 0) return text.text;
  if (all.length > 1 && real.some(({ changes }) => changesTime(changes.times))) {
    refuse('edit-series-elsewhere');
  }
  const changed = new Map(
    real.map(({ part, changes }) => [part.node, editOne(part, changes, text, context)] as const),
  );
  return rewrite(text, { changed }, context);
}
