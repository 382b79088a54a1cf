import { useMemo } from 'react';
import { useFormats } from '../language/use-formats.ts';
import { dateIn } from './zone.ts';

/** Short words for spans in a narrow place. Zones are IANA names. */
export interface WhenWords {
  /** Sat 21 Nov */
  day(instant: Date, zone: string): string;
  /** 22:00 – 02:00, with the day of the end where it is another one. */
  times(start: Date, end: Date, zone: string): string;
  /** Sat 21 Nov, 14:00 – 16:00 */
  span(start: Date, end: Date, zone: string): string;
}

export function useWhen(): WhenWords {
  const { locale, time } = useFormats();
  return useMemo(() => {
    const short = { weekday: 'short', day: 'numeric', month: 'short' } as const;
    const day = (instant: Date, zone: string) =>
      new Intl.DateTimeFormat(locale, {
        ...short,
        timeZone: zone,
        // Next year's dates say so.
        ...(dateIn(instant, zone).year !== dateIn(new Date(), zone).year && { year: 'numeric' }),
      }).format(instant);
    const times = (start: Date, end: Date, zone: string) => {
      const sameDay = dateIn(start, zone).equals(dateIn(new Date(end.getTime() - 1), zone));
      const last = time(end, zone);
      return `${time(start, zone)} – ${sameDay ? last : `${day(end, zone)}, ${last}`}`;
    };
    return { day, times, span: (start, end, zone) => `${day(start, zone)}, ${times(start, end, zone)}` };
  }, [locale, time]);
}
