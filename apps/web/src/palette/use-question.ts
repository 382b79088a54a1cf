import type { QuickQuestion } from '@atelier/quick-add/sentence';
import { useMemo } from 'react';
import { isDayFirst } from '../agenda/quick/day-first.ts';
import { useReader } from '../language/studio-reader.ts';
import { useNow } from '../time/use-now.ts';
import { wallClock } from '../time/zone.ts';

const MINUTE = 60_000;

/** As what is typed is read. @param zone of its times, an IANA name */
export function useQuestion(zone: string): Pick<QuickQuestion, 'language' | 'now' | 'dayFirst'> {
  const { language, formats } = useReader();
  const now = useNow(MINUTE);
  return useMemo(
    () => ({ language, now: wallClock(now, zone), dayFirst: isDayFirst(formats.locale) }),
    [language, formats.locale, now, zone],
  );
}
