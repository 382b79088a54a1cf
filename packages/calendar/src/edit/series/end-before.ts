import { isWithin, ruleEnd, type Start } from '../../event/series/rule-starts.ts';
import { plainRule } from '../../rule/mend-rule.ts';
import { parseRule } from '../../rule/parse-rule.ts';
import type { SourceComponent, SourceLine } from '../../text/source-document.ts';
import { headOf, rawValue } from '../../text/value-start.ts';
import { DAY_MS } from '../../time/civil.ts';
import { mapLines, rewriteLine } from '../text/component-lines.ts';
import type { EventPart, SeriesText } from '../text/event-text.ts';
import { refuse } from '../text/refused.ts';
import { limitText, withRulePart } from '../text/rule-text.ts';
import { keepExceptions, overrideId } from './keep-exceptions.ts';
import type { Rescheduled } from './reschedule.ts';
import { countBefore } from './series-starts.ts';

/** The series without the instance `target` and all behind it; `touched` marks the master as changed. */
export function endBefore(
  series: SeriesText,
  target: Start,
  touched: (event: SourceComponent) => SourceComponent,
): Rescheduled {
  const { master, overrides } = series;
  if (master.source.invalidRule) refuse('edit-rule-unreadable');
  const ruled = mapLines(master.node, (line) =>
    line.name === 'RRULE' ? endedRule(series, line, target) : line,
  );
  const ended = keepExceptions(ruled, series.series, ({ at }) => at < target.at);
  const gone = overrides.filter((each: EventPart) => overrideId(each, series.series).at >= target.at);
  return new Map([[master.node, touched(ended)], ...gone.map(({ node }) => [node, null] as const)]);
}

/** COUNT lowered, or UNTIL just before; a rule that ended earlier stays as it is. */
function endedRule({ series }: SeriesText, line: SourceLine, target: Start): SourceLine {
  const text = plainRule(rawValue(line.text));
  const rule = parseRule(text);
  if (!rule || !isWithin(ruleEnd(series, rule), target)) return line;
  const head = headOf(line.text);
  if (rule.count !== null) {
    const count = countBefore(series, rule, target.at);
    return count >= rule.count ? line : rewriteLine(line, head + withRulePart(text, 'COUNT', String(count)));
  }
  const back = series.first.kind === 'day' ? DAY_MS : 1_000;
  const until = limitText(series.first, target.wall - back, target.at - back);
  return rewriteLine(line, head + withRulePart(text, 'UNTIL', until));
}
