import { Temporal } from 'temporal-polyfill';
import { useReader } from '../language/studio-reader.ts';
import { useFormats } from '../language/use-formats.ts';

interface DayHeadingProps {
  /** ISO date. */
  readonly date: string;
  readonly today: Temporal.PlainDate;
}

export function DayHeading({ date, today }: DayHeadingProps) {
  const { words } = useReader();
  const { day } = useFormats();
  const away = today.until(Temporal.PlainDate.from(date)).days;
  const text = day(Temporal.PlainDate.from(date));
  const near = away === 0 ? words.common.today : away === 1 ? words.common.tomorrow : null;
  return (
    <h3 className="px-3 pb-1 text-[13px] font-semibold text-soft first-letter:uppercase">
      {near ?? text}
      {near && <span className="font-normal"> · {text}</span>}
    </h3>
  );
}
