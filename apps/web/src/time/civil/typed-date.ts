import { foldText } from '@atelier/calendar/text/fold-text';
import { Temporal } from 'temporal-polyfill';

const NUMBERS = /^(\d{1,2})\s*[./-]\s*(\d{1,2})(?:\s*[./-]\s*(\d{2}|\d{4}))?\.?$/;
const NAMED =
  /^(?:[\p{L}.]+,?\s+)?(?:le\s+)?(\d{1,2})(?:er|st|nd|rd|th|\.)?\s+(?:of\s+)?([\p{L}]+)\.?,?(?:\s+(\d{4}))?$/u;
const NAMED_FIRST = /^(?:[\p{L}.]+,?\s+)?([\p{L}]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?(?:\s+(\d{4}))?$/u;

/**
 * A day as people type it: `5 May`, `mar. 5 mai 2026`, `5.5.`, `05/05/26`, `2026-05-05`; day before month, and without a
 * year the one nearest to `near`. ISO date; null when it is no day. @param locale BCP 47, for the names of months
 */
export function parseDate(text: string, near: string, locale: string): string | null {
  const typed = text.trim().toLowerCase();
  if (/^\d{4}-\d\d-\d\d$/.test(typed))
    return dayOf(Number(typed.slice(0, 4)), Number(typed.slice(5, 7)), Number(typed.slice(8)));
  const numbers = NUMBERS.exec(typed);
  if (numbers) return dated(numbers[1], Number(numbers[2]), numbers[3], near);
  const named = NAMED.exec(typed);
  if (named) return dated(named[1], monthOf(named[2] ?? '', locale), named[3], near);
  const first = NAMED_FIRST.exec(typed);
  return first ? dated(first[2], monthOf(first[1] ?? '', locale), first[3], near) : null;
}

function dated(
  dayText: string | undefined,
  month: number | null,
  yearText: string | undefined,
  near: string,
): string | null {
  const day = Number(dayText);
  if (month === null) return null;
  if (yearText !== undefined)
    return dayOf(Number(yearText) + (yearText.length === 2 ? 2_000 : 0), month, day);
  const here = Temporal.PlainDate.from(near);
  const years = [here.year, here.year - 1, here.year + 1].flatMap((year) => dayOf(year, month, day) ?? []);
  const apart = (date: string) => Math.abs(here.until(date).days);
  return years.sort((a, b) => apart(a) - apart(b))[0] ?? null;
}

function dayOf(year: number, month: number, day: number): string | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString();
  } catch {
    return null;
  }
}

/** By its name or the beginning of it, in the person's language or in English; null where that could be two. */
function monthOf(typed: string, locale: string): number | null {
  const plain = (text: string) => foldText(text).replaceAll('.', '');
  const wanted = plain(typed);
  const found = new Set(
    [locale, 'en'].flatMap((language) =>
      Array.from({ length: 12 }, (_, index) => index + 1).filter((month) =>
        ['long', 'short'].some((style) =>
          named(language, month, style).some(
            (name) => plain(name) === wanted || (wanted.length > 2 && plain(name).startsWith(wanted)),
          ),
        ),
      ),
    ),
  );
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

function named(locale: string, month: number, style: string): readonly string[] {
  const format = new Intl.DateTimeFormat(locale, {
    month: style === 'long' ? 'long' : 'short',
    timeZone: 'UTC',
  });
  return [format.format(Date.UTC(2026, month - 1, 15))];
}
