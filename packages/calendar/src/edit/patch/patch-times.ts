import type { Moment } from '../../event/moment.ts';
import { instantOf } from '../../event/moment.ts';
import { defaultLength, lengthOf } from '../../event/series/length.ts';
import type { Start } from '../../event/series/rule-starts.ts';
import type { SourceComponent } from '../../text/source-document.ts';
import { rawValue } from '../../text/value-start.ts';
import { DAY_MS } from '../../time/civil.ts';
import { parseDuration } from '../../time/duration.ts';
import type { ZoneResolver } from '../../zone/resolve-zone.ts';
import { dropLines, firstLine, setLine } from '../text/component-lines.ts';
import type { Times } from '../text/event-text.ts';
import { formFor, formOf, sameZone, type TimeForm, timeText } from '../text/time-form.ts';
import { endMoment, sameEnd } from './wanted-time.ts';

/** Null stays: without an end of its own the event keeps its length. */
export interface WantedTimes {
  readonly start: Moment | null;
  readonly end: Moment | null;
}

/** What is known of the text around a component that is changed. */
export interface Surroundings {
  readonly zones: ZoneResolver;
  readonly defined: ReadonlySet<string>;
  readonly lineEnd: string;
}

/** DTSTART and DTEND or DURATION, whichever the event has, as wanted. */
export function patchTimes(
  event: SourceComponent,
  now: Times,
  wanted: WantedTimes,
  around: Surroundings,
): SourceComponent {
  if (wanted.start === null && wanted.end === null) return event;
  const started = wanted.start ? setStart(event, wanted.start, around) : event;
  return setEnd(started, now, wanted, around);
}

function setStart(event: SourceComponent, start: Moment, around: Surroundings): SourceComponent {
  const old = firstLine(event, 'DTSTART')?.text ?? null;
  const form = formFor(start, [understood(old, around)]);
  return setLine(event, timeText('DTSTART', form, asStart(start), old), around);
}

/** The form of an old line, unless nobody can tell what zone it means. */
export function understood(line: string | null, { zones, defined }: Surroundings): TimeForm | null {
  const form = line === null ? null : formOf(line, zones);
  if (form?.kind !== 'zone') return form;
  const tzid = unquoted(form.tzid);
  return zones.knows(tzid) || defined.has(tzid) ? form : null;
}

export function unquoted(tzid: string): string {
  return tzid.replaceAll('\\', '').replace(/^[\s"]+|[\s"]+$/g, '');
}

export function asStart(moment: Moment): Start {
  return { wall: moment.wall, at: instantOf(moment) };
}

function setEnd(
  event: SourceComponent,
  now: Times,
  wanted: WantedTimes,
  around: Surroundings,
): SourceComponent {
  const start = wanted.start ?? now.start;
  const end = wanted.end ?? endMoment(start, now.length);
  const line = firstLine(event, 'DTEND');
  const duration = firstLine(event, 'DURATION');
  if (!line && duration) return setDuration(event, duration.text, start, end, around);
  if (!line && sameEnd(endMoment(start, defaultLength(start)), end)) return event;
  // DTEND must be later than DTSTART (RFC 5545, 3.8.2.2); without one a time has no length.
  if (end.kind === 'clock' && end.at <= instantOf(start)) return dropLines(event, ['DTEND']);
  const old = line?.text ?? null;
  const oldEnd = understood(old, around);
  const placed = wanted.end === null ? onOwnClock(end, now.start, oldEnd) : end;
  const known = [oldEnd, understood(firstLine(event, 'DTSTART')?.text ?? null, around)];
  const form = formFor(placed, placed === end ? known.toReversed() : known);
  const text = timeText('DTEND', sameFormFirst(form, oldEnd), asStart(placed), old);
  return setLine(event, text, { ...around, after: ['DTSTART'] });
}

/** The file may name one zone in two ways; the line's own comes first. */
function sameFormFirst(form: TimeForm, old: TimeForm | null): TimeForm {
  if (form.kind !== 'zone' || old?.kind !== 'zone') return form;
  return sameZone(form.zone, old.zone) ? old : form;
}

/** An end that stood in another zone than the start, as a flight's does, stays there. */
function onOwnClock(end: Moment, oldStart: Moment, oldEnd: TimeForm | null): Moment {
  if (end.kind === 'day' || end.floating || oldEnd?.kind !== 'zone') return end;
  if (sameZone(oldEnd.zone, oldStart.zone)) return end;
  return { ...end, zone: oldEnd.zone, wall: oldEnd.zone.toWall(end.at) };
}

function setDuration(
  event: SourceComponent,
  line: string,
  start: Moment,
  end: Moment,
  around: Surroundings,
): SourceComponent {
  const said = parseDuration(rawValue(line));
  if (said && sameEnd(endMoment(start, lengthOf(start, said)), end)) return event;
  return setLine(event, `DURATION:${durationBetween(start, end)}`, around);
}

/** Whole days on one clock are nominal, all else is exact (RFC 5545, 3.3.6). */
export function durationBetween(start: Moment, end: Moment): string {
  const wall = end.wall - start.wall;
  if (start.kind === 'day' || end.kind === 'day') return `P${Math.round(wall / DAY_MS)}D`;
  const nominal = sameZone(start.zone, end.zone) && wall > 0 && wall % DAY_MS === 0;
  if (nominal && start.zone.toUtc(start.wall + wall) === end.at) return `P${wall / DAY_MS}D`;
  const seconds = Math.round((end.at - start.at) / 1_000);
  const parts = [
    [Math.floor(seconds / 3_600), 'H'],
    [Math.floor(seconds / 60) % 60, 'M'],
    [seconds % 60, 'S'],
  ] as const;
  const text = parts.filter(([amount]) => amount > 0).map(([amount, unit]) => `${amount}${unit}`);
  return `PT${text.join('') || '0S'}`;
}
