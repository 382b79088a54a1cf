import type { TFunction } from 'i18next';
import { Temporal } from 'temporal-polyfill';
import type { Formats } from '../../time/formats.ts';
import { readRule, type SimpleRule } from './read-rule.ts';

/** How often a series repeats, spoken: `Every 2 weeks on Tuesday, until 3 Mar 2027`. */
export function ruleWords(
  text: string,
  t: TFunction,
  formats: Pick<Formats, 'date' | 'list' | 'locale'>,
): string {
  const rule = readRule(text);
  if (!rule) return t('rule.custom');
  const spoken = withDays(rule, t, formats);
  if (rule.count !== null) return t('rule.times', { text: spoken, count: rule.count });
  if (rule.until !== null)
    return t('rule.until', { text: spoken, date: formats.date(Temporal.PlainDate.from(rule.until)) });
  return spoken;
}

function withDays(
  rule: SimpleRule,
  t: TFunction,
  { list, locale }: Pick<Formats, 'list' | 'locale'>,
): string {
  const every = t(`rule.${rule.every}`, { count: rule.interval });
  const days = rule.weekdays.map((day) => weekdayName(day, locale));
  if (rule.every === 'weekly' && rule.interval === 1 && rule.weekdays.join() === '1,2,3,4,5')
    return t('rule.workdays');
  if (rule.nth !== null)
    return t('rule.onNth', { every, nth: t(`rule.nth.${rule.nth as 1}`), day: days[0] ?? '' });
  if (days.length > 0)
    return t('rule.on', { every, days: list(days.map((day) => t('rule.weekday', { day }))) });
  if (rule.every !== 'monthly' || rule.monthDay === null) return every;
  return rule.monthDay === -1
    ? t('rule.onLastDate', { every })
    : t('rule.onDate', { every, day: rule.monthDay });
}

/** 3 January 2000 was a Monday. */
function weekdayName(day: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2000, 0, 2 + day),
  );
}
