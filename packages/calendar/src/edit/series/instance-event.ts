import type { Moment } from '../../event/moment.ts';
import type { Start } from '../../event/series/rule-starts.ts';
import { type Instance, placed } from '../../event/series/series.ts';
import type { SourceComponent } from '../../text/source-document.ts';
import { patchTimes } from '../patch/patch-times.ts';
import { endMoment } from '../patch/wanted-time.ts';
import { dropLines, firstLine, setLine } from '../text/component-lines.ts';
import { type EventPart, type EventText, readPart, type SeriesText, timesOf } from '../text/event-text.ts';
import { refuse } from '../text/refused.ts';
import { formOf, timeText } from '../text/time-form.ts';
import { RECURRENCE } from './reschedule.ts';

/**
 * One instance of a series as an override that says no more than the series does: all lines of the component that
 * describes it, without what makes it recur. Its RECURRENCE-ID is written as the master's DTSTART is: Infomaniak
 * shows the instance twice when their zones differ.
 */
export function instanceEvent(text: EventText, series: SeriesText, instance: Instance): EventPart {
  const { source, moment, length } = placed(series.series, instance);
  const base = text.events[source.index];
  if (!base) return refuse('edit-occurrence-not-found');
  const now = timesOf(base);
  const bare = dropLines(base.node, [...RECURRENCE, 'RECURRENCE-ID']);
  const start = readable(moment);
  // An RDATE that is a PERIOD lasts as long as it says.
  const end = length === now.length ? null : endMoment(start, length);
  const timed = patchTimes(bare, now, { start, end }, text);
  const node = setLine(timed, recurrenceIdText(series, instance.start, text), {
    lineEnd: text.lineEnd,
    after: ['DTSTART', 'DTEND', 'DURATION'],
  });
  return readPart(node, text.events.length, text.zones);
}

function recurrenceIdText({ master, series }: SeriesText, start: Start, { zones }: EventText): string {
  return timeText('RECURRENCE-ID', masterForm(master.node, zones), onClock(series.first, start), null);
}

/** How the series writes its times. */
export function masterForm(master: SourceComponent, zones: EventText['zones']) {
  const form = formOf(firstLine(master, 'DTSTART')?.text ?? '', zones);
  return form ?? refuse('edit-without-start');
}

/** A rule may say a time that its clock skips; an instance is named by the time it then is. */
export function onClock(first: Moment, { wall, at }: Start): Start {
  return first.kind === 'day' ? { wall, at } : { wall: first.zone.toWall(at), at };
}

function readable(moment: Moment): Moment {
  return moment.kind === 'day' ? moment : { ...moment, wall: moment.zone.toWall(moment.at) };
}
