import type { Language } from '@atelier/words/language';

/** A stretch of time; `end` is exclusive. */
export interface TimeSpan {
  readonly start: Date;
  readonly end: Date;
}

/** The 24 h clock in both. */
const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr' };

const DATE = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
const SHORT_DATE = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;
const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** How times are said in one language on the clock of one IANA zone. */
export interface SpokenTime {
  /** `Thursday, 12 March 2026, 10:00–11:00 (Central European Standard Time)` */
  span(span: TimeSpan): string;
  /** `Thursday, 12 March 2026, 10:00 (Central European Standard Time)` */
  instant(at: Date): string;
  /** `Thu, 12 Mar 2026, 10:00`, for a subject. */
  short(at: Date): string;
}

/** Throws RangeError for an unknown zone. */
export function spokenTime(language: Language, timeZone: string): SpokenTime {
  const as = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(LOCALES[language], { ...options, timeZone });
    return (at: Date) => format.format(at);
  };
  const [date, short, time, zone] = [as(DATE), as(SHORT_DATE), as(TIME), zoneName(language, timeZone)];
  return {
    span({ start, end }) {
      const sameDay = date(start) === date(end);
      // Clocks that change in between are said on both sides, or the length would look wrong.
      if (zone(start) !== zone(end) || !sameDay) {
        const from = `${date(start)}, ${time(start)} (${zone(start)})`;
        return `${from} – ${sameDay ? '' : `${date(end)}, `}${time(end)} (${zone(end)})`;
      }
      return `${date(start)}, ${time(start)}–${time(end)} (${zone(start)})`;
    },
    instant: (at) => `${date(at)}, ${time(at)} (${zone(at)})`,
    short: (at) => `${short(at)}, ${time(at)}`,
  };
}

/** In words, with summer or standard time said: a local time that comes twice is then told apart. */
function zoneName(language: Language, timeZone: string): (at: Date) => string {
  const format = new Intl.DateTimeFormat(LOCALES[language], { timeZone, timeZoneName: 'long' });
  return (at) => format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

/** Whether clocks in two IANA zones read differently at either end. */
export function readDifferently(one: string, other: string, { start, end }: TimeSpan): boolean {
  const offset = (at: Date, zone: string) =>
    at.toTemporalInstant().toZonedDateTimeISO(zone).offsetNanoseconds;
  return [start, end].some((at) => offset(at, one) !== offset(at, other));
}
