import { recurs } from '../../event/expand-events.ts';
import { instantOf, type Moment } from '../../event/moment.ts';
import { momentAt } from '../../event/series/overrides.ts';
import { plainRule } from '../../rule/mend-rule.ts';
import { StepBudget } from '../../rule/step-budget.ts';
import type { SourceComponent } from '../../text/source-document.ts';
import { headOf, rawValue } from '../../text/value-start.ts';
import { patchTimes } from '../patch/patch-times.ts';
import type { RealChanges } from '../patch/real-changes.ts';
import { endMoment, isFloating, sameEnd } from '../patch/wanted-time.ts';
import { dropLines, firstLine, mapLines, rewriteLine, setLine } from '../text/component-lines.ts';
import {
  type EventPart,
  type EventText,
  overridesIn,
  readPart,
  seriesWith,
  type Times,
  timesOf,
} from '../text/event-text.ts';
import { refuse } from '../text/refused.ts';
import { checkedRule } from '../text/rule-text.ts';
import { formOf, timeText } from '../text/time-form.ts';
import { moveAdditions, movedInstance, moveExclusions, type SeriesChange } from './move-exceptions.ts';
import { shiftedRule } from './shift-rule.ts';

// For all exceptions of one series together.
const STEPS = 2_000_000;
const MAX_EXCEPTIONS = 3_000;
/** What makes an event a series. */
export const RECURRENCE = ['RRULE', 'EXRULE', 'RDATE', 'EXDATE'];

/** What becomes of an event and its overrides; null is taken out. Overrides that stay as they are have no entry. */
export type Rescheduled = Map<SourceComponent, SourceComponent | null>;

/**
 * Gives an event other times or another rule. What the series excludes, adds and overrides goes with its instances;
 * an override or exclusion that no instance is left for goes.
 */
export function reschedule(text: EventText, master: EventPart, changes: RealChanges): Rescheduled {
  const now = timesOf(master);
  const timed = patchTimes(master.node, now, changes.times, text);
  const overrides = overridesIn(text);
  if (changes.rule === null) {
    const single = dropLines(timed, RECURRENCE);
    return new Map([[master.node, single], ...overrides.map(({ node }) => [node, null] as const)]);
  }
  const start = changes.times.start ?? now.start;
  const ruled = withRule(timed, master, now.start, start, changes, text);
  if (changes.times.start === null && changes.rule === undefined) {
    const length = lengthOf(ruled, text);
    return new Map([[master.node, ruled], ...overrides.flatMap((each) => resized(each, now, length, text))]);
  }
  return withExceptions(text, master, ruled, overrides);
}

function lengthOf(node: SourceComponent, text: EventText): Times['length'] {
  return timesOf(readPart(node, 0, text.zones)).length;
}

function withRule(
  event: SourceComponent,
  master: EventPart,
  from: Moment,
  to: Moment,
  changes: RealChanges,
  text: EventText,
): SourceComponent {
  if (typeof changes.rule === 'string') {
    const place = { lineEnd: text.lineEnd, after: ['DTSTART', 'DTEND', 'DURATION'] };
    return setLine(event, `RRULE:${checkedRule(changes.rule, to, text.zones)}`, place);
  }
  if (changes.times.start === null) return event;
  if (master.source.invalidRule) refuse('edit-rule-unreadable');
  return mapLines(event, (line) => {
    if (line.name !== 'RRULE' && line.name !== 'EXRULE') return line;
    const rule = plainRule(rawValue(line.text));
    const head = headOf(line.text);
    const shifted = shiftedRule(rule, from, to, text.zones);
    return shifted === rule ? line : rewriteLine(line, head + shifted);
  });
}

function withExceptions(
  text: EventText,
  master: EventPart,
  ruled: SourceComponent,
  overrides: readonly EventPart[],
): Rescheduled {
  const { source } = master;
  if (!recurs(source) && overrides.length === 0) return new Map([[master.node, ruled]]);
  if (source.exdates.length + source.rdates.length + overrides.length > MAX_EXCEPTIONS) {
    refuse('edit-too-many-exceptions');
  }
  const form = formOf(firstLine(ruled, 'DTSTART')?.text ?? '', text.zones) ?? { kind: 'date' };
  const budget = new StepBudget(STEPS);
  const old = seriesWith(master, overrides, text.zones).series;
  const bare = seriesOf(ruled, text);
  const moves = bare.first.wall !== old.first.wall || !sameClock(bare.first, old.first);
  const added = moves ? moveAdditions(ruled, { old, next: bare, form, budget }) : ruled;
  const change: SeriesChange = { old, next: seriesOf(added, text), form, budget };
  const length = lengthOf(ruled, text);
  return new Map([
    [master.node, moveExclusions(added, change)],
    ...overrides.map(
      (each) => [each.node, movedOverride(each, change, timesOf(master), length, text)] as const,
    ),
  ]);
}

function sameClock(a: Moment, b: Moment): boolean {
  return a.kind === b.kind && a.zone === b.zone && isFloating(a) === isFloating(b);
}

function seriesOf(node: SourceComponent, text: EventText) {
  return seriesWith(readPart(node, 0, text.zones), [], text.zones).series;
}

/** Null where the series has no such instance any more. */
function movedOverride(
  override: EventPart,
  change: SeriesChange,
  now: Times,
  length: Times['length'],
  text: EventText,
): SourceComponent | null {
  const { source, node } = override;
  const known = source.override && change.old.overrides.get(idOf(override, change).at);
  if (!source.override || !known) return node;
  const id = movedInstance(change, source.override.id);
  if (id === null) return null;
  const line = firstLine(node, 'RECURRENCE-ID')?.text ?? null;
  const named = setLine(node, timeText('RECURRENCE-ID', change.form, id, line), text);
  if (source.start === null) return named;
  const own = timesOf(override);
  const follows = instantOf(own.start) === known.id.at && own.start.kind === change.old.first.kind;
  if (source.override.andFuture) return movedFuture(named, own, follows, change, text);
  if (!follows) return named;
  const start = momentAt(change.next.first, id);
  const kept = sameLength(own, now) ? length : own.length;
  return patchTimes(named, own, { start, end: endMoment(start, kept) }, text);
}

function idOf(override: EventPart, { old }: SeriesChange) {
  const { source } = override;
  const known = [...old.overrides.values()].find((each) => each.source === source);
  return known?.id ?? { wall: Number.NaN, at: Number.NaN };
}

/** It moves all later instances by as much as itself: so it must move with the series, wherever it lies. */
function movedFuture(
  named: SourceComponent,
  own: Times,
  follows: boolean,
  { old, next }: SeriesChange,
  text: EventText,
): SourceComponent {
  const { start } = own;
  if (start.kind !== next.first.kind || (!follows && !sameClock(start, old.first))) {
    refuse('edit-part-moved');
  }
  const wall = start.wall + next.first.wall - old.first.wall;
  const at = next.first.kind === 'day' ? instantOf({ ...next.first, wall }) : next.first.zone.toUtc(wall);
  return patchTimes(named, own, { start: momentAt(next.first, { wall, at }), end: null }, text);
}

/** An override that is as long as the series was, and lies where the series has it, is as long as the series is. */
function resized(
  override: EventPart,
  now: Times,
  length: Times['length'],
  text: EventText,
): [SourceComponent, SourceComponent][] {
  const { source, node } = override;
  if (source.start === null || !sameLength(timesOf(override), now)) return [];
  const own = timesOf(override);
  return [[node, patchTimes(node, own, { start: null, end: endMoment(own.start, length) }, text)]];
}

function sameLength(a: Times, b: Times): boolean {
  return a.start.kind === b.start.kind && sameEnd(endMoment(a.start, a.length), endMoment(a.start, b.length));
}
