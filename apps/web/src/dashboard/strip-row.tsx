import type { Temporal } from 'temporal-polyfill';
import type { Calendar } from '../api/answers.ts';
import { colourOf } from '../calendars/colour.ts';
import { useReader } from '../language/studio-reader.ts';
import { useFormats } from '../language/use-formats.ts';
import { instantAt } from '../time/zone.ts';
import { ColourDot } from '../ui/display/colour-dot.tsx';
import { type DayStrip, STRIP_FROM, STRIP_TO } from './day-strip.ts';

interface StripRowProps {
  readonly calendar: Calendar;
  readonly strip: DayStrip;
  readonly zone: string;
  readonly now: Date;
  readonly today: Temporal.PlainDate;
}

export function StripRow({ calendar, strip, zone, now, today }: StripRowProps) {
  const { words } = useReader();
  const { time, list } = useFormats();
  const colour = colourOf(calendar);
  const times = strip.busy.map(({ start, end }) => `${time(start, zone)}–${time(end, zone)}`);
  const spoken = strip.allDay
    ? words.dashboard.glanceAllDay
    : times.length > 0
      ? words.dashboard.glanceBusy({ times: list(times) })
      : words.dashboard.glanceFree;
  const [from, to] = [
    instantAt(today, STRIP_FROM, zone).getTime(),
    instantAt(today, STRIP_TO, zone).getTime(),
  ];
  const nowAt = (now.getTime() - from) / (to - from);
  return (
    <li title={spoken}>
      <p className="mb-1 flex items-center gap-2 text-[13px]">
        <ColourDot colour={colour} />
        <span className="min-w-0 flex-1 truncate">{calendar.name}</span>
        <span className="sr-only">{spoken}</span>
        {strip.allDay && (
          <span aria-hidden className="text-xs text-soft">
            {words.common.allDay}
          </span>
        )}
      </p>
      <div aria-hidden className="relative h-2.5 overflow-hidden rounded-full bg-sunken">
        {strip.allDay && <Part colour={colour} left={0} width={1} faint />}
        {strip.busy.map(({ left, width }) => (
          <Part key={left} colour={colour} left={left} width={width} />
        ))}
        {nowAt > 0 && nowAt < 1 && (
          <span className="absolute inset-y-0 w-0.5 bg-mark" style={{ left: `${nowAt * 100}%` }} />
        )}
      </div>
    </li>
  );
}

interface PartProps {
  readonly colour: string;
  readonly left: number;
  readonly width: number;
  readonly faint?: boolean;
}

function Part({ colour, left, width, faint = false }: PartProps) {
  const style = {
    backgroundColor: colour,
    left: `${left * 100}%`,
    width: `${width * 100}%`,
    opacity: faint ? 0.35 : 1,
  };
  return <span className="absolute inset-y-0 rounded-sm" style={style} />;
}
