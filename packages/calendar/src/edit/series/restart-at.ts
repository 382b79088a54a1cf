import { momentAt } from '../../event/series/overrides.ts';
import { EVER, forEachStart, type Start } from '../../event/series/rule-starts.ts';
import { plainRule } from '../../rule/mend-rule.ts';
import { parseRule } from '../../rule/parse-rule.ts';
import { StepBudget } from '../../rule/step-budget.ts';
import type { SourceLine } from '../../text/source-document.ts';
import { headOf, rawValue } from '../../text/value-start.ts';
import { patchTimes } from '../patch/patch-times.ts';
import { mapLines, rewriteLine } from '../text/component-lines.ts';
import { type EventText, type SeriesText, timesOf } from '../text/event-text.ts';
import { refuse } from '../text/refused.ts';
import { withRulePart } from '../text/rule-text.ts';
import { keepExceptions, overrideId } from './keep-exceptions.ts';
import type { Rescheduled } from './reschedule.ts';
import { countBefore, only } from './series-starts.ts';

/** The series from the instance `target` on, as if it began there. */
export function restartAt(text: EventText, series: SeriesText, target: Start): Rescheduled {
  const { master, overrides } = series;
  const start = ruleStart(series, target);
  const counted = mapLines(master.node, (line) =>
    line.name === 'RRULE' ? restartedRule(series, line, target) : line,
  );
  const moment = momentAt(series.series.first, start);
  const begun = patchTimes(counted, timesOf(master), { start: moment, end: null }, text);
  const kept = keepExceptions(begun, series.series, ({ at }) => at >= target.at);
  const gone = overrides.filter((each) => overrideId(each, series.series).at < target.at);
  return new Map([[master.node, kept], ...gone.map(({ node }) => [node, null] as const)]);
}

/**
 * The instance on the clock of the rule, which may say a time that is skipped on that day. What the rule leaves to
 * DTSTART (the day of the week, which week of two) must be so at the new one too: only the rule's own instances can
 * begin it.
 */
function ruleStart({ master, series }: SeriesText, target: Start): Start {
  const { rules, excludedRules, invalidRule } = master.source;
  if (invalidRule || rules.length > 1 || excludedRules.length > 0) {
    refuse('edit-rule-unsplittable');
  }
  const [rule] = rules;
  if (!rule) return target;
  const found: Start[] = [];
  forEachStart(series, rule, only(target.at), new StepBudget(250_000), (start) => {
    if (start.at === target.at) found.push(start);
    return found.length === 0;
  });
  return found[0] ?? refuse('edit-not-of-rule');
}

function restartedRule({ series }: SeriesText, line: SourceLine, target: Start): SourceLine {
  const text = plainRule(rawValue(line.text));
  const rule = parseRule(text);
  if (!rule || rule.count === null) return line;
  const left = rule.count - countBefore(series, rule, target.at);
  const head = headOf(line.text);
  return rewriteLine(line, head + withRulePart(text, 'COUNT', String(Math.max(1, left))));
}

/** The range of original starts before an instance. */
export function rangeBefore({ at }: Start) {
  return { from: EVER.from, to: at };
}
