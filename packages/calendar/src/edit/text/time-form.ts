import type { Moment } from '../../event/moment.ts';
import type { Start } from '../../event/series/rule-starts.ts';
import type { EpochMs } from '../../occurrence.ts';
import {
  type ContentLine,
  lineText,
  parameterText,
  timesLine,
  withoutParameters,
} from '../../text/content-line.ts';
import { readTimes } from '../../text/time-property.ts';
import { basicDate, DAY_MS, dayOfWall, type WallMs } from '../../time/civil.ts';
import { ianaZone } from '../../zone/iana-zone.ts';
import type { ZoneResolver } from '../../zone/resolve-zone.ts';
import type { Zone } from '../../zone/zone.ts';

const UTC = ianaZone('UTC');

/** How a time is written (RFC 5545, 3.3.4 and 3.3.5). */
export type TimeForm =
  | { readonly kind: 'date' }
  | { readonly kind: 'utc' }
  | { readonly kind: 'floating' }
  /** `tzid` as the parameter has it, quotes included. */
  | { readonly kind: 'zone'; readonly tzid: string; readonly zone: Zone };

/** The form of a line's first time; null where it has none. */
export function formOf(text: string, zones: ZoneResolver): TimeForm | null {
  const line = timesLine(text);
  const [entry] = readTimes(text).values;
  if (!line || !entry) return null;
  if (entry.time.kind === 'date') return { kind: 'date' };
  if (entry.time.kind === 'utc') return { kind: 'utc' };
  const { tzid } = entry.time;
  if (tzid === null) return { kind: 'floating' };
  return { kind: 'zone', tzid: parameterText(line, 'TZID') ?? tzid, zone: zones.zone(tzid) };
}

/** How to write a new time: as one of the file's own lines writes that zone, else with the zone's own name. */
export function formFor(moment: Moment, known: readonly (TimeForm | null)[]): TimeForm {
  if (moment.kind === 'day') return { kind: 'date' };
  if (moment.floating) return { kind: 'floating' };
  const same = known.find((form) => form && zoneOf(form) && sameZone(zoneOf(form) ?? UTC, moment.zone));
  if (same) return same;
  if (sameZone(moment.zone, UTC)) return { kind: 'utc' };
  return { kind: 'zone', tzid: moment.zone.id, zone: moment.zone };
}

function zoneOf(form: TimeForm): Zone | null {
  if (form.kind === 'zone') return form.zone;
  return form.kind === 'utc' ? UTC : null;
}

/** Whether two names mean one zone: `Europe/Berlin` and its aliases. */
export function sameZone(a: Zone, b: Zone): boolean {
  if (a === b || (a.iana && b.iana && a.id === b.id)) return true;
  if (!a.iana || !b.iana) return false;
  return new Temporal.ZonedDateTime(0n, a.id).equals(new Temporal.ZonedDateTime(0n, b.id));
}

/**
 * The value of a time in a form. Null where the form cannot say it: a zone's clock has no name for the second of
 * two equal readings.
 */
export function valueIn(form: TimeForm, { wall, at }: Start): string | null {
  switch (form.kind) {
    case 'date':
      return basicDate(dayOfWall(wall));
    case 'utc':
      return `${basicTime(at)}Z`;
    case 'floating':
      return basicTime(wall);
    case 'zone': {
      const reading = [wall, form.zone.toWall(at)].find((each) => form.zone.toUtc(each) === at);
      return reading === undefined ? null : basicTime(reading);
    }
  }
}

/** `20260329T103000` of a wall clock reading, or of an instant read in UTC. */
export function basicTime(ms: WallMs | EpochMs): string {
  const day = Math.floor(ms / DAY_MS);
  const second = Math.floor((ms - day * DAY_MS) / 1_000);
  const digits = Math.floor(second / 3_600) * 10_000 + (Math.floor(second / 60) % 60) * 100 + (second % 60);
  return `${basicDate(day)}T${String(digits).padStart(6, '0')}`;
}

/** A line with one time; in UTC where the form cannot say it. `old` is the line that it takes the place of. */
export function timeText(name: string, form: TimeForm, start: Start, old: string | null): string {
  const value = valueIn(form, start);
  if (value !== null) return timesText(name, form, [value], old);
  return timesText(name, { kind: 'utc' }, [`${basicTime(start.at)}Z`], old);
}

/** A line of values that are written in this form. Parameters of the old line that do not speak of the form stay. */
export function timesText(
  name: string,
  form: TimeForm,
  values: readonly string[],
  old: string | null,
): string {
  const line = (old === null ? null : timesLine(old)) ?? { name, parameters: [], value: '' };
  return lineText({ ...inForm(line, form), value: values.join(',') });
}

/** As it is where it says that form already. */
function inForm(line: ContentLine, form: TimeForm): ContentLine {
  const value = parameterText(line, 'VALUE')?.toUpperCase() ?? 'DATE-TIME';
  const period = value === 'PERIOD' && form.kind !== 'date';
  const tzid = form.kind === 'zone' ? form.tzid : null;
  const said = (value === 'DATE') === (form.kind === 'date') && (value === 'PERIOD') === period;
  if (said && parameterText(line, 'TZID') === tzid) return line;
  const { parameters } = withoutParameters(line, ['TZID', 'VALUE']);
  const said2 = [
    ...(form.kind === 'date' ? ['VALUE=DATE'] : []),
    ...(period ? ['VALUE=PERIOD'] : []),
    ...(tzid === null ? [] : [`TZID=${tzid}`]),
  ];
  return { ...line, parameters: [...said2, ...parameters] };
}
