import type { Start } from '../event/series/rule-starts.ts';
import { parseSource, type SourceNode, writeSource } from '../text/source-document.ts';
import { editAll } from './edit-all.ts';
import { editThis, isThere, overrideAt } from './edit-this.ts';
import { rewrite } from './rewrite.ts';
import { checkInstances } from './series/check-instances.ts';
import { endBefore } from './series/end-before.ts';
import { rangeBefore, restartAt } from './series/restart-at.ts';
import { hasInstance, noSuchOccurrence, plannedAt } from './series/series-starts.ts';
import { withChildren } from './text/component-lines.ts';
import type { EditContext, EventPatch } from './text/event-fields.ts';
import { type EventText, readEventText, type SeriesText, seriesIn } from './text/event-text.ts';
import { refuse } from './text/refused.ts';
import { sameRule } from './text/rule-text.ts';
import { touch } from './text/touch.ts';
import { withUid } from './text/with-uid.ts';
import { withoutInvitations } from './text/without-invitations.ts';

/** The two resources of a split; `split` null where nothing had to be split. */
export interface Split {
  readonly text: string;
  readonly split: string | null;
}

/**
 * One occurrence and all behind it: the series ends before it, and a second one under the new UID goes on from there
 * with what the patch says. From the first occurrence on, that is the whole series.
 */
export function editFollowing(
  text: EventText,
  series: SeriesText,
  target: Start,
  patch: EventPatch,
  context: EditContext,
): Split {
  const begin = plannedTarget(text, series, target);
  const wanted = withoutSameRule(patch, series);
  const isFirst = !hasInstance(series.series, rangeBefore(target));
  if (isFirst && target.at === plannedFirst(series))
    return { text: editAll(text, wanted, context), split: null };
  const rest = rewrite(text, { changed: restartAt(text, series, target) }, context);
  const own = isFirst ? rest : asNewEvent(rest, context);
  const split = editFromFirst(own, wanted, context);
  if (split === own) return { text: text.text, split: null };
  checkInstances(split, context.zone);
  if (isFirst) return { text: split, split: null };
  const mark = { now: context.now, lineEnd: text.lineEnd };
  const changed = endBefore(series, begin, (event) => touch(event, mark, true));
  return { text: rewrite(text, { changed }, context), split };
}

function plannedFirst({ series }: SeriesText): number {
  return series.first.kind === 'clock'
    ? series.first.at
    : series.first.zone.startOfDay(series.first.wall / 86_400_000);
}

/** As the rule says it: on a day whose clock skips that hour, another reading than the instance's own. */
function plannedTarget(text: EventText, series: SeriesText, target: Start): Start {
  const { overrides } = series.series;
  if ([...overrides.values()].some((override) => override.andFuture)) {
    refuse('edit-split-moved');
  }
  const instance = plannedAt(series.series, target.at);
  const override = overrideAt(text, series, target);
  if (!override && !(instance && isThere(series, instance.start))) noSuchOccurrence();
  if (instance) return instance.start;
  return refuse('edit-not-of-rule');
}

/** A form gives the rule of the whole series back, with the COUNT of the whole. */
function withoutSameRule(patch: EventPatch, { master }: SeriesText): EventPatch {
  const { rrule, ...rest } = patch;
  return rrule === undefined || sameRule(rrule, master.source.component.rrule) ? rest : patch;
}

/** Without tasks that stood beside the series, and never inviting anybody to what they were invited to before. */
function asNewEvent(text: string, context: EditContext): string {
  const { nodes } = parseSource(text);
  const kept = writeSource({ nodes: nodes.map(eventsOnly) });
  const renamed = withUid(kept, context.newUid);
  return context.invite ? renamed : withoutInvitations(renamed);
}

function eventsOnly(node: SourceNode): SourceNode {
  if (node.kind === 'line') return node;
  const children = node.children.filter(
    (child) => child.kind === 'line' || child.name === 'VEVENT' || child.name === 'VTIMEZONE',
  );
  return withChildren(node, children);
}

/** The first occurrence is the one that was pointed at: where an override describes it, the patch is about that too. */
function editFromFirst(text: string, patch: EventPatch, context: EditContext): string {
  const before = readEventText(text, context.zone);
  const edited = editAll(before, patch, context);
  const after = readEventText(edited, context.zone);
  const series = seriesIn(after);
  if (!series) return edited;
  const first = { wall: series.series.first.wall, at: plannedFirst(series) };
  if (!series.series.overrides.has(first.at)) return edited;
  const { rrule: _, ...own } = patch;
  return editThis(after, series, first, own, context);
}
