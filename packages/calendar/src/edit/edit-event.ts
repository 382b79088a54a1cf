import { editAll } from './edit-all.ts';
import { editFollowing } from './edit-following.ts';
import { editOverride, editThis, loneOverride } from './edit-this.ts';
import { noSuchOccurrence, startOfId } from './series/series-starts.ts';
import type { EditContext, EditResult, EditScope, EventPatch } from './text/event-fields.ts';
import { type EventText, masterIn, readEventText, seriesIn } from './text/event-text.ts';
import { attempt, refuse } from './text/refused.ts';

/**
 * Changes an event in its own text. Lines that the patch does not speak of stay as they are, byte for byte; a patch
 * that says nothing new gives the same text back.
 *
 * With scope `all`, start and end are those of the series' first instance, DTSTART; with `this` and `following` those
 * of the occurrence that `recurrenceId` names. `following` gives the rest of the series as `split`, a resource of its
 * own under `context.newUid`. Throws RangeError for a context whose zone is no IANA name.
 */
export function editEvent(
  source: string,
  patch: EventPatch,
  scope: EditScope,
  context: EditContext,
): EditResult {
  return attempt(() => {
    const text = readEventText(source, context.zone);
    return { ok: true, split: null, ...edit(text, patch, scope, context) };
  });
}

function edit(text: EventText, patch: EventPatch, scope: EditScope, context: EditContext) {
  if (scope.scope === 'all') return { text: editAll(text, patch, context) };
  const series = seriesIn(text);
  if (!series) return { text: editAlone(text, patch, scope, context) };
  const target = startOfId(series.series, scope.recurrenceId);
  if (scope.scope === 'this') return { text: editThis(text, series, target, patch, context) };
  return editFollowing(text, series, target, patch, context);
}

function editAlone(
  text: EventText,
  patch: EventPatch,
  { scope, recurrenceId }: Exclude<EditScope, { scope: 'all' }>,
  context: EditContext,
): string {
  if (masterIn(text)) noSuchOccurrence();
  const override = loneOverride(text, recurrenceId);
  if (scope === 'following') refuse('edit-series-elsewhere');
  const { rrule, ...rest } = patch;
  return editOverride(text, override, rrule === null ? rest : patch, context);
}
