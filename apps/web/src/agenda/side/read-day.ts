import { Temporal } from 'temporal-polyfill';

/** Words that a date is said with, in either language: people mix them. */
const NEAR: Readonly<Record<string, number>> = {
  today: 0,
  tomorrow: 1,
  yesterday: -1,
  "aujourd'hui": 0,
  demain: 1,
  hier: -1,
  'apres-demain': 2,
  'apres demain': 2,
};
const BEFORE = /^(?:last|past)\s+|\s+(?:dernier|derniere|passe|passee)$/;
const FILLER = /^(?:on|le|la|the)\s+|^(?:next|this|ce|cette)\s+|\s+(?:prochain|prochaine)$/g;

/** The day that a text means, seen from today; null where it means none. @param locale for the order of 3/4 */
export function readDay(text: string, today: Temporal.PlainDate, locale: string): Temporal.PlainDate | null {
  const said = plain(text);
  const near = NEAR[said];
  if (near !== undefined) return today.add({ days: near });
  return (
    inNumbers(said, today, locale) ??
    afterSoMany(said, today) ??
    byWeekday(said, today) ??
    byMonth(said, today)
  );
}

/** Without accents, capitals and full stops that only shorten. */
const plain = (text: string) =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .replaceAll('’', "'")
    .toLowerCase()
    .trim();

function inNumbers(said: string, today: Temporal.PlainDate, locale: string): Temporal.PlainDate | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(said);
  if (iso) return dated(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const parts = /^(\d{1,2})\s*([./-])\s*(\d{1,2})(?:\s*[./-]\s*(\d{2}|\d{4}))?\.?$/.exec(said);
  if (!parts) return null;
  const [one, other] = [Number(parts[1]), Number(parts[3])];
  const monthFirst = parts[2] === '/' && locale === 'en-US';
  return inYear(monthFirst ? one : other, monthFirst ? other : one, parts[4], today);
}

/** In 3 weeks, dans 10 jours. */
function afterSoMany(said: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const [, count, unit] = /^(?:in|dans|\+)\s*(\d{1,3})\s*([a-z]+)$/.exec(said) ?? [];
  const units = [
    [/^(?:d|day|days|j|jour|jours)$/, 'days'],
    [/^(?:w|week|weeks|sem|semaine|semaines)$/, 'weeks'],
    [/^(?:month|months|mois)$/, 'months'],
  ] as const;
  const found = units.find(([names]) => unit !== undefined && names.test(unit));
  return found ? today.add({ [found[1]]: Number(count) }) : null;
}

function byWeekday(said: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const name = said.replace(BEFORE, '').replaceAll(FILLER, '').trim();
  const number = namesOf({ weekday: 'long' }, 7).findIndex((names) => isOneOf(name, names)) + 1;
  if (number === 0) return null;
  const ahead = (number - today.dayOfWeek + 7) % 7 || 7;
  return BEFORE.test(said)
    ? today.add({ days: ahead - 7 === 0 ? -7 : ahead - 7 })
    : today.add({ days: ahead });
}

/** 12 March, March 12, le 12 mars 2027, März is not tried; a month alone is its first day. */
function byMonth(said: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const bare = said.replaceAll(FILLER, '').replace(/^[a-z]+day\s+|^[a-z]+di\s+|^dimanche\s+/, '');
  const [, before, name = '', after, year] =
    /^(?:(\d{1,2})(?:er|st|nd|rd|th)?\s+(?:of\s+)?)?([a-z]+)\.?(?:\s+(\d{1,2})(?:st|nd|rd|th)?)?(?:,?\s+(\d{4}))?$/.exec(
      bare,
    ) ?? [];
  const month = namesOf({ month: 'long' }, 12).findIndex((names) => isOneOf(name, names)) + 1;
  return month === 0 ? null : inYear(month, Number(before ?? after ?? 1), year, today);
}

/** The next one, where no year is said. */
function inYear(
  month: number,
  day: number,
  year: string | undefined,
  today: Temporal.PlainDate,
): Temporal.PlainDate | null {
  if (year !== undefined) return dated(Number(year.length === 2 ? `20${year}` : year), month, day);
  const near = dated(today.year, month, day);
  return near && Temporal.PlainDate.compare(near, today) < 0 ? dated(today.year + 1, month, day) : near;
}

function dated(year: number, month: number, day: number): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return null;
  }
}

/** Three letters are enough, as far as they are said. */
const isOneOf = (name: string, names: readonly string[]) =>
  name.length >= 3 && names.some((full) => full.startsWith(name));

/** 2026-06-01 is a Monday; months and weekdays are counted from there. */
function namesOf(options: Intl.DateTimeFormatOptions, count: number): readonly (readonly string[])[] {
  return Array.from({ length: count }, (_, index) =>
    ['en', 'fr'].map((language) => {
      const at = options.weekday ? Date.UTC(2026, 5, 1 + index, 12) : Date.UTC(2026, index, 1, 12);
      return plain(new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(at));
    }),
  );
}
