import type { Doubt, QuickEvent, Span } from '@atelier/quick-add/sentence';
import type { StudioWords } from '@atelier/words/studio/en';
import { TriangleAlert } from 'lucide-react';
import { useReader } from '../../language/studio-reader.ts';
import type { Formats } from '../../time/formats.ts';
import { Button } from '../../ui/controls/button.tsx';

interface QuickDoubtsProps {
  readonly event: QuickEvent;
  /** Says another date in place of the one that was read. */
  readonly onInstead: (date: string, span: Span) => void;
}

/** What else the sentence may mean, before anything is made of it. */
export function QuickDoubts({ event, onInstead }: QuickDoubtsProps) {
  const { words, formats } = useReader();
  const span = event.spans.find(({ kind }) => kind === 'date');
  if (event.doubts.length === 0) return null;
  return (
    <ul className="space-y-1.5">
      {event.doubts.map((doubt) => (
        <li
          key={doubt.code}
          className="flex flex-wrap items-center gap-x-2.5 gap-y-1 rounded-lg bg-warn-soft px-3 py-1.5 text-[13px] text-warn"
        >
          <TriangleAlert aria-hidden className="size-4 shrink-0" />
          <span className="min-w-40 flex-1 first-letter:uppercase">{doubtWords(doubt, words, formats)}</span>
          {'other' in doubt && span && (
            <Button size="small" onClick={() => onInstead(doubt.other, span)}>
              {words.quick.instead({ date: formats.shortDate(doubt.other) })}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

function doubtWords(doubt: Doubt, words: StudioWords, formats: Formats): string {
  const { doubts } = words.quick;
  switch (doubt.code) {
    case 'other-weekday':
      return doubts.otherWeekday({ date: formats.date(doubt.date), said: weekdayName(doubt.said, formats) });
    case 'day-or-month':
      return doubts.dayOrMonth({ date: formats.longDate(doubt.date) });
    case 'which-week':
      return doubts.whichWeek({ date: formats.longDate(doubt.date) });
    case 'left-over':
      return doubts.leftOver({ text: doubt.text });
    case 'once-or-again':
      return doubts.onceOrAgain;
    case 'at-night':
      return doubts.atNight;
    case 'past':
      return doubts.past;
    case 'no-time':
      return doubts.noTime;
    case 'no-date':
      return doubts.noDate;
  }
}

/** @param day 1 is Monday */
function weekdayName(day: number, { weekdays, firstWeekday }: Formats): string {
  return weekdays[(day - firstWeekday + 7) % 7]?.long ?? '';
}
