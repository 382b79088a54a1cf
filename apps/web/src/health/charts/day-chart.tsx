import { useEffect, useRef } from 'react';
import { Temporal } from 'temporal-polyfill';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { useReader } from '../../language/studio-reader.ts';
import { useFormats } from '../../language/use-formats.ts';
import { Card } from '../../ui/display/card.tsx';
import { useMedia } from '../../ui/use-media.ts';

/** One figure of each day. */
export interface Line {
  readonly name: string;
  /** A colour of the theme: `--accent`. */
  readonly colour: `--${string}`;
  /** Null where there is nothing to tell of a day. */
  readonly values: readonly (number | null)[];
}

interface DayChartProps {
  readonly title: string;
  readonly hint: string;
  /** `YYYY-MM-DD` */
  readonly days: readonly string[];
  readonly lines: readonly Line[];
  readonly look: 'bars' | 'lines';
}

const HEIGHT = 180;

/** Figures day by day, drawn for the eye and as a table for everybody else. */
export function DayChart({ title, hint, days, lines, look }: DayChartProps) {
  const { words } = useReader();
  const nothing = lines.every(({ values }) => values.every((value) => value === 0 || value === null));
  return (
    <Card aria-label={title} className="p-5">
      <h2 className="text-base font-semibold">{title}</h2>
      <p className="text-[13px] text-soft">{hint}</p>
      {nothing ? (
        <p className="mt-4 text-soft">{words.health.chart.none}</p>
      ) : (
        <>
          <ul aria-hidden className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-[13px]">
            {lines.map(({ name, colour }) => (
              <li key={name} className="flex items-center gap-1.5">
                <span className="size-2.5 rounded-full" style={{ backgroundColor: `var(${colour})` }} />
                {name}
              </li>
            ))}
          </ul>
          <Drawing days={days} lines={lines} look={look} />
          <Table title={title} days={days} lines={lines} />
        </>
      )}
    </Card>
  );
}

type DrawingProps = Pick<DayChartProps, 'days' | 'lines' | 'look'>;

function Drawing({ days, lines, look }: DrawingProps) {
  const { shortDate, number } = useFormats();
  const box = useRef<HTMLDivElement>(null);
  // Its colours are those of the theme when it is drawn.
  const dark = useMedia('(prefers-color-scheme: dark)');
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const style = getComputedStyle(document.documentElement);
    const colourOf = (name: string) => resolved(style.getPropertyValue(name), element);
    const axis = {
      stroke: colourOf('--ink-soft'),
      grid: { stroke: colourOf('--line'), width: 1 },
      ticks: { show: false },
    };
    const dayOf = (seconds: number) =>
      shortDate(
        Temporal.Instant.fromEpochMilliseconds(seconds * 1_000)
          .toZonedDateTimeISO('UTC')
          .toPlainDate(),
      );
    const bars = uPlot.paths.bars?.({ size: [0.6, 28] });
    // The highest first, so that what it stands on is painted over it.
    const drawn = look === 'bars' ? stacked(lines).toReversed() : lines;
    const chart = new uPlot(
      {
        width: element.clientWidth,
        height: HEIGHT,
        legend: { show: false },
        cursor: { show: false },
        scales: { x: { time: false }, y: { range: (_, __, most) => [0, Math.max(1, most * 1.1)] } },
        axes: [
          { ...axis, space: 90, size: 28, values: (_, all) => all.map(dayOf) },
          { ...axis, size: 44, values: (_, all) => all.map((value) => number(value)) },
        ],
        series: [
          {},
          ...drawn.map(({ name, colour }) => ({
            label: name,
            stroke: colourOf(colour),
            width: look === 'bars' ? 0 : 2,
            spanGaps: true,
            ...(look === 'bars' && bars ? { fill: colourOf(colour), paths: bars } : {}),
            points: { show: look === 'lines', size: 5, fill: colourOf(colour) },
          })),
        ],
      },
      [days.map(noonOf), ...drawn.map(({ values }) => [...values])],
      element,
    );
    const watcher = new ResizeObserver(() => chart.setSize({ width: element.clientWidth, height: HEIGHT }));
    watcher.observe(element);
    return () => {
      watcher.disconnect();
      chart.destroy();
    };
  }, [days, lines, look, shortDate, number, dark]);
  return <div ref={box} aria-hidden className="mt-2 h-[180px] min-w-0 overflow-hidden" />;
}

/** Each on top of those before it. */
function stacked(lines: readonly Line[]): readonly Line[] {
  return lines.map((line, top) => ({
    ...line,
    values: line.values.map((_, day) =>
      lines.slice(0, top + 1).reduce((sum, { values }) => sum + (values[day] ?? 0), 0),
    ),
  }));
}

/** Seconds, at noon, so that no zone makes another day of it. */
function noonOf(day: string): number {
  return Temporal.PlainDateTime.from(`${day}T12:00`).toZonedDateTime('UTC').epochMilliseconds / 1_000;
}

/** A canvas knows nothing of `light-dark()`: what it comes to here. */
function resolved(colour: string, place: HTMLElement): string {
  const probe = document.createElement('span');
  probe.style.color = colour;
  place.append(probe);
  const found = getComputedStyle(probe).color;
  probe.remove();
  return found;
}

function Table({ title, days, lines }: Pick<DayChartProps, 'title' | 'days' | 'lines'>) {
  const { shortDate, number } = useFormats();
  return (
    <table className="sr-only">
      <caption>{title}</caption>
      <tbody>
        {days.map((day, index) => (
          <tr key={day}>
            <th scope="row">{shortDate(Temporal.PlainDate.from(day))}</th>
            {lines.map(({ name, values }) => (
              <td key={name}>
                {number(values[index] ?? 0)} {name}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
