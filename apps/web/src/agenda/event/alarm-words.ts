import type { StudioWords } from '@atelier/words/studio/en';
import { durationText } from '../../time/duration.ts';
import { timeText } from '../../time/typed-time.ts';

const DAY = 1_440;

/** When a reminder comes, in words. @param minutes before the start, of a whole day before its midnight @param locale BCP 47 */
export function alarmWords(minutes: number, allDay: boolean, { edit }: StudioWords, locale: string): string {
  if (allDay) {
    const days = Math.ceil(minutes / DAY);
    const time = timeText(days * DAY - minutes);
    return days <= 0 ? edit.alarmDay({ time }) : edit.alarmDays({ count: days, time });
  }
  if (minutes === 0) return edit.alarmAt;
  const length = durationText(Math.abs(minutes), locale);
  return minutes > 0 ? edit.alarmBefore({ length }) : edit.alarmAfter({ length });
}
