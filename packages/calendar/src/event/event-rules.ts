import type { Flag } from '../occurrence.ts';
import { isMended } from '../rule/mend-rule.ts';
import { parseRule } from '../rule/parse-rule.ts';
import { isSubDaily, type Rule } from '../rule/rule.ts';
import { rawValue } from '../text/value-start.ts';
import type { EventLines } from './event-lines.ts';
import type { Moment } from './moment.ts';

// RFC 5545 allows one RRULE; some write two.
const MAX_RULES = 8;

export interface ReadRules {
  readonly read: readonly Rule[];
  /** A rule was left out because nobody can tell what it means. */
  readonly invalid: boolean;
  readonly flags: readonly Flag[];
}

/** The rules of an event. One that says nothing at all is none. */
export function eventRules(lines: EventLines, property: 'RRULE' | 'EXRULE', start: Moment | null): ReadRules {
  const written = lines
    .all(property)
    .map(rawValue)
    .filter((text) => text !== '');
  const read = written
    .slice(0, MAX_RULES)
    .flatMap((text) => parseRule(text) ?? [])
    // A date has no hours for an HOURLY rule to count (RFC 5545, 3.3.10).
    .filter((rule) => start?.kind !== 'day' || !isSubDaily(rule));
  const mended = written.some(isMended);
  return { read, invalid: read.length < written.length, flags: mended ? ['mended-rule'] : [] };
}
