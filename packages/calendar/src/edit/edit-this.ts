import { instantOf, momentOf } from '../event/moment.ts';
import type { Start } from '../event/series/rule-starts.ts';
import { applyExcludedRules, isLeft } from '../event/series/series.ts';
import { StepBudget } from '../rule/step-budget.ts';
import { parseTime } from '../time/time-value.ts';
import { editOne } from './edit-all.ts';
import { isNothing, realChanges } from './patch/real-changes.ts';
import { rewrite } from './rewrite.ts';
import { instanceEvent } from './series/instance-event.ts';
import { noSuchOccurrence, plannedAt } from './series/series-starts.ts';
import type { EditContext, EventPatch } from './text/event-fields.ts';
import { type EventPart, type EventText, overridesIn, type SeriesText } from './text/event-text.ts';
import { refuse } from './text/refused.ts';
import { sameRule } from './text/rule-text.ts';

/** One occurrence of a series: its override is changed, or made. The master stays as it is, byte for byte. */
export function editThis(
  text: EventText,
  series: SeriesText,
  target: Start,
  patch: EventPatch,
  context: EditContext,
): string {
  const own = withoutRule(patch, series.master);
  const override = overrideAt(text, series, target);
  if (override) return editOverride(text, override, own, context);
  const instance = plannedAt(series.series, target.at);
  if (!instance || !isThere(series, instance.start)) noSuchOccurrence();
  const part = instanceEvent(text, series, instance);
  const changes = realChanges(part, own, text.zones);
  if (isNothing(changes)) return text.text;
  const added = [editOne(part, changes, text, context)];
  // To a server another override is another recurrence, whatever it says.
  return rewrite(text, { changed: new Map(), added }, context);
}

/** One override, of a series or without one. */
export function editOverride(
  text: EventText,
  override: EventPart,
  patch: EventPatch,
  context: EditContext,
): string {
  const changes = realChanges(override, patch, text.zones);
  if (isNothing(changes)) return text.text;
  const changed = new Map([[override.node, editOne(override, changes, text, context)]]);
  return rewrite(text, { changed }, context);
}

/** A form gives the rule of the series back with the rest. */
function withoutRule(patch: EventPatch, { source }: EventPart): EventPatch {
  const { rrule, ...rest } = patch;
  const same = rrule === undefined || rrule === null || sameRule(rrule, source.component.rrule);
  return same ? rest : patch;
}

/** Refuses one that speaks of all later instances too. */
export function overrideAt(text: EventText, { series }: SeriesText, { at }: Start): EventPart | null {
  const override = series.overrides.get(at);
  if (!override) return null;
  if (override.andFuture) {
    refuse('edit-later-moved');
  }
  return text.events[override.source.index] ?? null;
}

/** Whether neither EXDATE nor EXRULE takes it out. */
export function isThere({ series }: SeriesText, start: Start): boolean {
  const budget = new StepBudget(250_000);
  applyExcludedRules(series, { from: start.at, to: start.at + 1 }, budget);
  return isLeft(series, start);
}

/** An override without a series, by the recurrence id that its occurrence has. */
export function loneOverride(text: EventText, recurrenceId: string): EventPart {
  const wanted = parseTime(recurrenceId);
  const found = overridesIn(text).find(({ source }) => {
    const id = source.override?.id;
    if (!id || !wanted || (id.kind === 'date') !== (wanted.kind === 'date')) return false;
    return instantOf(momentOf(id, text.zones)) === instantOf(momentOf(wanted, text.zones));
  });
  return found ?? noSuchOccurrence();
}
