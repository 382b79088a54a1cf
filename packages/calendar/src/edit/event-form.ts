import { instantOf, type Moment } from '../event/moment.ts';
import { dayOfWall, isoDate, type WallMs } from '../time/civil.ts';
import { isThere, loneOverride, overrideAt } from './edit-this.ts';
import { type Alarms, alarmsOf } from './patch/alarms.ts';
import { endMoment } from './patch/wanted-time.ts';
import { instanceEvent } from './series/instance-event.ts';
import { noSuchOccurrence, plannedAt, startOfId } from './series/series-starts.ts';
import type { EditRefused, EventTime } from './text/event-fields.ts';
import {
  type EventPart,
  type EventText,
  masterIn,
  readEventText,
  type SeriesText,
  seriesIn,
  timesOf,
} from './text/event-text.ts';
import { attempt } from './text/refused.ts';

/** When, as a person would say it again; the end is on the clock of the start. */
export interface SaidTimes {
  readonly start: EventTime;
  readonly end: EventTime;
}

/** What a form that changes an event begins with, beside its texts. */
export interface EventForm extends SaidTimes {
  readonly alarms: Alarms;
  /** Of the first instance as the rule has it, which an edit of all is counted from; null for a single event. */
  readonly first: SaidTimes | null;
}

/**
 * One occurrence as a form shows it; a single event where the id is null. What cannot be changed has no form either, and
 * the refusal says why. @param zone the calendar's, an IANA name (RangeError else)
 */
export function eventForm(
  source: string,
  recurrenceId: string | null,
  zone: string,
): { readonly ok: true; readonly form: EventForm } | EditRefused {
  return attempt(() => {
    const text = readEventText(source, zone);
    const series = seriesIn(text);
    const part =
      series && recurrenceId !== null ? instanceOf(text, series, recurrenceId) : alone(text, recurrenceId);
    const first = series && timesSaid(series.master);
    return { ok: true, form: { ...timesSaid(part), alarms: alarmsOf(part.node), first } } as const;
  });
}

function instanceOf(text: EventText, series: SeriesText, recurrenceId: string): EventPart {
  const target = startOfId(series.series, recurrenceId);
  const override = overrideAt(text, series, target);
  if (override) return override;
  const instance = plannedAt(series.series, target.at);
  return instance && isThere(series, instance.start)
    ? instanceEvent(text, series, instance)
    : noSuchOccurrence();
}

function alone(text: EventText, recurrenceId: string | null): EventPart {
  return masterIn(text) ?? (recurrenceId === null ? noSuchOccurrence() : loneOverride(text, recurrenceId));
}

function timesSaid(part: EventPart): SaidTimes {
  const { start, length } = timesOf(part);
  return { start: said(start), end: said(endMoment(start, length)) };
}

/** A zone that only the file defines has no name to say it by: there the instant is said. */
function said(moment: Moment): EventTime {
  if (moment.kind === 'day') return { date: isoDate(dayOfWall(moment.wall)) };
  if (moment.floating) return { local: localOf(moment.wall), zone: null };
  if (!moment.zone.iana) return { local: localOf(instantOf(moment) + 0), zone: 'UTC' };
  return { local: localOf(moment.wall), zone: moment.zone.id };
}

function localOf(wall: WallMs): string {
  return new Date(wall).toISOString().slice(0, 19);
}
