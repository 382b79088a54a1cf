import type { Start } from '../event/series/rule-starts.ts';
import type { SourceComponent } from '../text/source-document.ts';
import { isThere, loneOverride, overrideAt } from './edit-this.ts';
import { rewrite } from './rewrite.ts';
import { hasAnyInstance } from './series/check-instances.ts';
import { endBefore } from './series/end-before.ts';
import { masterForm, onClock } from './series/instance-event.ts';
import { overrideId } from './series/keep-exceptions.ts';
import type { Rescheduled } from './series/reschedule.ts';
import { rangeBefore } from './series/restart-at.ts';
import { hasInstance, noSuchOccurrence, plannedAt, startOfId } from './series/series-starts.ts';
import { insertLine, newLine } from './text/component-lines.ts';
import type { EditContext, EditResult, EditScope } from './text/event-fields.ts';
import { type EventText, masterIn, readEventText, type SeriesText, seriesIn } from './text/event-text.ts';
import { attempt, refuse } from './text/refused.ts';
import { timeText } from './text/time-form.ts';
import { touch } from './text/touch.ts';

/**
 * Deletes an event or part of a series in its own text; `text` is null where nothing would be left, and the resource
 * itself is to be deleted. Throws RangeError for a context whose zone is no IANA name.
 */
export function deleteEvent(source: string, scope: EditScope, context: EditContext): EditResult {
  if (scope.scope === 'all') return GONE;
  return attempt(() => {
    const text = readEventText(source, context.zone);
    const series = seriesIn(text);
    if (!series) return deleteAlone(text, scope, context);
    const target = startOfId(series.series, scope.recurrenceId);
    const override = overrideAt(text, series, target);
    const planned = plannedAt(series.series, target.at);
    if (!override && !(planned && isThere(series, planned.start))) noSuchOccurrence();
    const mark = (event: SourceComponent) => touch(event, { now: context.now, lineEnd: text.lineEnd }, true);
    if (scope.scope === 'this') return written(text, without(text, series, target, mark), context);
    if (!hasInstance(series.series, rangeBefore(target))) return GONE;
    return written(text, endBefore(series, planned?.start ?? target, mark), context);
  });
}

const GONE: EditResult = { ok: true, text: null, split: null };

function written(text: EventText, changed: Rescheduled, context: EditContext): EditResult {
  const left = text.events.some(({ node }) => changed.get(node) !== null);
  if (!left) return GONE;
  const result = rewrite(text, { changed }, context);
  return hasAnyInstance(result, context.zone) ? { ok: true, text: result, split: null } : GONE;
}

/** Its overrides go, and an EXDATE takes out what the series would have there. */
function without(
  text: EventText,
  { master, overrides, series }: SeriesText,
  target: Start,
  mark: (event: SourceComponent) => SourceComponent,
): Rescheduled {
  const gone = overrides.filter((each) => overrideId(each, series).at === target.at);
  const planned = plannedAt(series, target.at);
  const excluded = series.exclusions.has(target);
  const line = timeText('EXDATE', masterForm(master.node, text.zones), onClock(series.first, target), null);
  const place = ['EXDATE', 'RRULE', 'RDATE'].find((name) =>
    master.node.children.some((child) => child.name === name),
  );
  const excluding =
    planned && !excluded
      ? insertLine(master.node, newLine(line, text.lineEnd), place ? [place] : [])
      : master.node;
  return new Map([[master.node, mark(excluding)], ...gone.map(({ node }) => [node, null] as const)]);
}

function deleteAlone(
  text: EventText,
  { scope, recurrenceId }: Exclude<EditScope, { scope: 'all' }>,
  context: EditContext,
): EditResult {
  if (masterIn(text)) noSuchOccurrence();
  const override = loneOverride(text, recurrenceId);
  if (scope === 'following') refuse('edit-series-elsewhere');
  return written(text, new Map([[override.node, null]]), context);
}
