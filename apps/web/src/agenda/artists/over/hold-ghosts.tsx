import { Hourglass } from 'lucide-react';
import { use, useCallback, useMemo } from 'react';
import type { Temporal } from 'temporal-polyfill';
import type { StandingHold } from '../../../api/answers.ts';
import { trpc } from '../../../api/trpc.ts';
import { useReader } from '../../../language/studio-reader.ts';
import { useFormats } from '../../../language/use-formats.ts';
import { useNow } from '../../../time/use-now.ts';
import { instantAt, wallClock } from '../../../time/zone.ts';
import { useBoxes } from '../../cursor/use-boxes.ts';
import { boxesOf } from '../../gesture/measure.ts';
import { GridRootContext } from '../../grid/grid-frame.tsx';
import { byDays, type Column } from '../columns.ts';
import { timeLeft } from './time-left.ts';

interface HoldGhostsProps {
  readonly columns: readonly Column[];
  readonly date: Temporal.PlainDate;
  /** IANA name; in which times are shown. */
  readonly zone: string;
  /** Counts up when something may lie elsewhere. */
  readonly turn: number;
}

/** The times that somebody is booking right now, with what they have left; each is gone by itself. */
export function HoldGhosts({ columns, date, zone, turn }: HoldGhostsProps) {
  const asked = useMemo(
    () => ({ from: instantAt(date, 0, zone), to: instantAt(date, 24, zone) }),
    [date, zone],
  );
  const { data } = trpc.artists.holds.useQuery(asked);
  if (!data || data.length === 0) return null;
  return <Counted holds={data} {...{ columns, zone, turn }} />;
}

const SECOND = 1_000;
const TWO_LINES_PX = 36;

function Counted({
  holds,
  columns,
  zone,
  turn,
}: Omit<HoldGhostsProps, 'date'> & { readonly holds: readonly StandingHold[] }) {
  const now = useNow(SECOND);
  return holds
    .filter(({ expiresAt }) => expiresAt > now)
    .map((hold) => {
      const column = columns.findIndex(({ slug }) => slug === hold.artist);
      return column < 0 ? null : (
        <HoldGhost key={hold.id} name={columns[column]?.name ?? ''} {...{ hold, column, zone, turn, now }} />
      );
    });
}

interface HoldGhostProps extends Pick<HoldGhostsProps, 'zone' | 'turn'> {
  readonly hold: StandingHold;
  readonly column: number;
  readonly name: string;
  readonly now: Date;
}

function HoldGhost({ hold, column, name, zone, turn, now }: HoldGhostProps) {
  const { words } = useReader();
  const { time } = useFormats();
  const root = use(GridRootContext);
  const { start, end, expiresAt } = hold;
  const measure = useCallback(() => {
    const at = (instant: Date) => wallClock(instant, zone).toPlainDateTime();
    const span = byDays({ allDay: false, start: at(start), end: at(end) }, column);
    return root.current ? boxesOf(root.current, span) : [];
  }, [root, start, end, column, zone]);
  const [box] = useBoxes(measure, turn);
  if (!box) return null;
  const [from, to, until] = [start, end, expiresAt].map((instant) => time(instant, zone));
  return (
    <p
      data-hold={hold.id}
      style={box}
      className="absolute flex flex-col overflow-hidden rounded-md border border-dashed border-line-strong bg-sunken/80 px-1.5 py-0.5 text-xs leading-tight text-soft"
    >
      <span className="sr-only">
        {words.artistDay.holdOf({ name, from: from ?? '', to: to ?? '', until: until ?? '' })}
      </span>
      <span aria-hidden className="flex items-center gap-1 font-semibold">
        <Hourglass className="size-3 shrink-0" />
        <span className="truncate">{words.artistDay.held}</span>
        <span className="tabular-nums">{timeLeft(expiresAt, now)}</span>
      </span>
      {box.height >= TWO_LINES_PX && (
        <span aria-hidden className="truncate tabular-nums">
          {from} – {to}
        </span>
      )}
    </p>
  );
}
