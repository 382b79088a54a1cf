import type { Language } from './language.ts';

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr-CH' };

/** How long somebody has to wait, never less than it is: 90 seconds are two minutes. */
export function waitIn(language: Language, seconds: number): string {
  const [value, unit] =
    seconds < 90
      ? ([Math.max(Math.ceil(seconds), 1), 'second'] as const)
      : seconds < 5_400
        ? ([Math.ceil(seconds / 60), 'minute'] as const)
        : ([Math.ceil(seconds / 3_600), 'hour'] as const);
  return new Intl.NumberFormat(LOCALES[language], { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}

/** A stretch of time on the clock of a zone. @param from, to ISO 8601 */
export type SpokenSpan = {
  readonly from: string;
  readonly to: string;
  /** IANA name. */
  readonly zone: string;
};

export function spanIn(language: Language, { from, to, zone: timeZone }: SpokenSpan): string {
  const date = new Intl.DateTimeFormat(LOCALES[language], {
    ...({ weekday: 'long', day: 'numeric', month: 'long', timeZone } as const),
  });
  const time = new Intl.DateTimeFormat(LOCALES[language], {
    ...({ hour: '2-digit', minute: '2-digit', timeZone } as const),
  });
  const [start, end] = [new Date(from), new Date(to)];
  const [first, last] = [date.format(start), date.format(end)];
  if (first === last) return `${first}, ${time.format(start)}–${time.format(end)}`;
  return `${first}, ${time.format(start)} – ${last}, ${time.format(end)}`;
}

/** A short date and time on the clock of a zone. @param at ISO 8601 @param timeZone IANA name */
export function momentIn(language: Language, at: string, timeZone: string): string {
  const date = new Intl.DateTimeFormat(LOCALES[language], {
    ...({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone } as const),
  });
  const time = new Intl.DateTimeFormat(LOCALES[language], {
    ...({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const),
  });
  return `${date.format(new Date(at))}, ${time.format(new Date(at))}`;
}

const UNITS = { en: ['kB', 'MB'], fr: ['ko', 'Mo'] } as const;
const KILO = 1024;

/** A size that is a limit, in whole units. @param octets from a kilobyte on */
export function sizeIn(language: Language, octets: number): string {
  const [kilo, mega] = UNITS[language];
  const most = Math.floor(octets / KILO);
  return most < KILO ? `${most}\u00a0${kilo}` : `${Math.floor(most / KILO)}\u00a0${mega}`;
}
