import type { EpochMs, Occurrence } from '../../occurrence.ts';
import { basicDate, DAY_MS, dayOfWall, isoDate } from '../../time/civil.ts';
import type { EventSource } from '../event-source.ts';
import { instantOf, type Moment } from '../moment.ts';
import { endOf, type Length } from './length.ts';
import type { Range, Start } from './rule-starts.ts';

/** The instance of `source` that begins at `start`. */
export function occurrenceOf(
  source: EventSource,
  start: Moment,
  length: Length,
  recurrenceId: string | null,
): Occurrence {
  const at = instantOf(start);
  const day = dayOfWall(start.wall);
  return {
    component: source.index,
    recurrenceId,
    start: at,
    end: endOf(length, start.wall, at, start.zone),
    allDay: start.kind === 'day',
    startDate: start.kind === 'day' ? isoDate(day) : null,
    endDate: start.kind === 'day' ? isoDate(day + (length.kind === 'days' ? length.days : 1)) : null,
    busy: source.busy,
  };
}

/** The original start of an instance: `20260329T073000Z`, or `20260329` in an all-day series. */
export function recurrenceIdOf(kind: Moment['kind'], { wall, at }: Start): string {
  return kind === 'day' ? basicDate(dayOfWall(wall)) : basicInstant(at);
}

function basicInstant(at: EpochMs): string {
  const day = Math.floor(at / DAY_MS);
  const second = Math.floor((at - day * DAY_MS) / 1_000);
  const time = Math.floor(second / 3_600) * 10_000 + (Math.floor(second / 60) % 60) * 100 + (second % 60);
  return `${basicDate(day)}T${String(time).padStart(6, '0')}Z`;
}

/** Whether an instance touches a window; one without length touches where it stands. */
export function touches({ start, end }: Occurrence, window: Range): boolean {
  return start < window.to && (end > window.from || start >= window.from);
}
