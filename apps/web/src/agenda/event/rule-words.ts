import type { StudioWords } from '@atelier/words/studio/en';
import { Temporal } from 'temporal-polyfill';
import type { Formats } from '../../time/formats.ts';
import { readRule, type SimpleRule } from './read-rule.ts';

/** How often a series repeats, spoken: `Every 2 weeks on Tuesday, until 3 Mar 2027`. */
export function ruleWords(
  text: string,
  words: StudioWords,
  formats: Pick<Formats, 'date' | 'list' | 'locale'>,
): string {
  const rule = readRule(text);
  if (!rule) return words.rule.custom;
  const spoken = withDays(rule, words, formats);
  if (rule.count !== null) return words.rule.times({ text: spoken, count: rule.count });
  if (rule.until !== null)
    return words.rule.until({ text: spoken, date: formats.date(Temporal.PlainDate.from(rule.until)) });
  return spoken;
}

function withDays(
  rule: SimpleRule,
  words: StudioWords,
  { list, locale }: Pick<Formats, 'list' | 'locale'>,
): string {
  const every = words.rule[rule.every]({ count: rule.interval });
  const days = rule.weekdays.map((day) => weekdayName(day, locale));
  if (rule.every === 'weekly' && rule.interval === 1 && rule.weekdays.join() === '1,2,3,4,5')
    return words.rule.workdays;
  if (rule.nth !== null)
    return words.rule.onNth({ every, nth: words.rule.nth[rule.nth as 1], day: days[0] ?? '' });
  if (days.length > 0)
    return words.rule.on({ every, days: list(days.map((day) => words.rule.weekday({ day }))) });
  if (rule.every !== 'monthly' || rule.monthDay === null) return every;
  return rule.monthDay === -1
    ? words.rule.onLastDate({ every })
    : words.rule.onDate({ every, day: String(rule.monthDay) });
}

/** 3 January 2000 was a Monday. */
function weekdayName(day: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2000, 0, 2 + day),
  );
}
