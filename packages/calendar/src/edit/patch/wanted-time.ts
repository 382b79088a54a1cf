import { instantOf, type Moment, momentOf } from '../../event/moment.ts';
import { defaultLength, endOf, type Length } from '../../event/series/length.ts';
import { DAY_MS } from '../../time/civil.ts';
import { parseTime } from '../../time/time-value.ts';
import type { ZoneResolver } from '../../zone/resolve-zone.ts';
import { ianaName } from '../../zone/zone-name.ts';
import type { EventTime } from '../text/event-fields.ts';
import { refuse } from '../text/refused.ts';
import { sameZone } from '../text/time-form.ts';

const DATE = /^\d{4}-\d\d-\d\d$/;
const LOCAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/;

/** What a person said, as a moment. */
export function wantedMoment(time: EventTime, zones: ZoneResolver): Moment {
  if ('date' in time) return momentOf(read(time.date, DATE, null), zones);
  const zone = time.zone === null ? null : ianaName(time.zone);
  if (time.zone !== null && zone === null) refuse('edit-unknown-zone', { zone: time.zone });
  const value = read(time.local, LOCAL, zone);
  if (zone !== null && value.kind === 'local' && sameZone(zones.zone(zone), zones.zone('UTC'))) {
    return momentOf({ kind: 'utc', at: value.wall + 0 }, zones);
  }
  return momentOf(value, zones);
}

function read(text: string, shape: RegExp, tzid: string | null) {
  const value = shape.test(text) ? parseTime(text, tzid) : null;
  return value ?? refuse('edit-not-a-time', { text });
}

/** Refuses an end that does not fit the start. */
export function checkOrder(start: Moment, end: Moment): void {
  if (start.kind !== end.kind || isFloating(start) !== isFloating(end)) {
    refuse('edit-kinds-mixed');
  }
  const late = start.kind === 'day' ? end.wall <= start.wall : instantOf(end) < instantOf(start);
  if (late) refuse('edit-end-first');
}

/** Refuses an hour that the clocks skip on that day: shifted, it would be another than was said. */
export function checkExists(...moments: readonly Moment[]): void {
  for (const moment of moments) {
    if (moment.kind === 'day' || moment.floating || moment.zone.toWall(moment.at) === moment.wall) continue;
    refuse('edit-clocks-skip');
  }
}

export function isFloating(moment: Moment): boolean {
  return moment.kind === 'clock' && moment.floating;
}

/** A zone that only the file defines has no name to say it by: there the instant decides. */
export function sameMoment(a: Moment, b: Moment): boolean {
  if (a.kind === 'day' || b.kind === 'day') return a.kind === b.kind && a.wall === b.wall;
  if (a.floating !== b.floating) return false;
  if (a.floating) return a.wall === b.wall;
  if (!a.zone.iana || !b.zone.iana) return a.at === b.at;
  return a.wall === b.wall && a.at === b.at && sameZone(a.zone, b.zone);
}

/** Whether two ends are one: the day, or the instant. */
export function sameEnd(a: Moment, b: Moment): boolean {
  return a.kind === b.kind && (a.kind === 'day' ? a.wall === b.wall : instantOf(a) === instantOf(b));
}

/** The exclusive end of an event, on the clock of its start. */
export function endMoment(start: Moment, length: Length): Moment {
  if (start.kind === 'day') {
    const { days } = length.kind === 'days' ? length : { days: 1 };
    return { ...start, wall: start.wall + days * DAY_MS };
  }
  const fits = length.kind === 'days' ? defaultLength(start) : length;
  const at = endOf(fits, start.wall, start.at, start.zone);
  return { ...start, wall: start.zone.toWall(at), at };
}
