import { parseRule } from '../../rule/parse-rule.ts';
import { contentLine, parameterName, timesLine } from '../../text/content-line.ts';
import type { SourceLine } from '../../text/source-document.ts';
import { readTimes, type TimeEntry } from '../../text/time-property.ts';
import { ianaName } from '../../zone/zone-name.ts';

/** What a line says, in one spelling for all that servers and programs make of it. */
export interface Statement {
  readonly name: string;
  /** `NAME=value`, sorted. */
  readonly parameters: readonly string[];
  readonly value: string;
}

const TIMES: ReadonlySet<string> = new Set(['DTSTART', 'DTEND', 'RECURRENCE-ID', 'RDATE', 'EXDATE']);
const RULES: ReadonlySet<string> = new Set(['RRULE', 'EXRULE']);
const DURATIONS: ReadonlySet<string> = new Set(['DURATION', 'TRIGGER']);
const WORDS: ReadonlySet<string> = new Set(['STATUS', 'TRANSP', 'CLASS', 'ACTION']);
const LISTS: ReadonlySet<string> = new Set(['CATEGORIES', 'RESOURCES']);
const PEOPLE: ReadonlySet<string> = new Set(['ATTENDEE', 'ORGANIZER']);

/** They stand for "not said" (RFC 5545, 3.8.2.7, 3.8.1.3, 3.8.1.9). */
const UNSAID: ReadonlySet<string> = new Set(['TRANSP:OPAQUE', 'CLASS:PUBLIC', 'PRIORITY:0']);

/** Parameters that hold anyway (RFC 5545, 3.2). */
const DEFAULTS: ReadonlySet<string> = new Set([
  'VALUE=DATE-TIME',
  'VALUE=TEXT',
  'VALUE=RECUR',
  'VALUE=DURATION',
  'VALUE=CAL-ADDRESS',
  'ENCODING=8BIT',
  'RELATED=START',
  'CUTYPE=INDIVIDUAL',
  'ROLE=REQ-PARTICIPANT',
  'PARTSTAT=NEEDS-ACTION',
  'RSVP=FALSE',
]);

/** What a server notes about its own sending (RFC 6638, 7.2 and 7.3). */
const DELIVERY: ReadonlySet<string> = new Set(['SCHEDULE-STATUS', 'SCHEDULE-FORCE-SEND']);

/** Null for a line that says nothing: empty, or what holds without it. */
export function statementOf({ name, text }: SourceLine): Statement | null {
  const line = (TIMES.has(name) ? timesLine(text) : null) ?? contentLine(text);
  const value = valueOf(name, line.value, text);
  if (name === '' || value === '' || UNSAID.has(`${name}:${value}`)) return null;
  const parameters = line.parameters.flatMap((parameter) =>
    isSaid(name, parameterName(parameter)) ? (saidParameter(parameter) ?? []) : [],
  );
  return { name, parameters: parameters.sort(), value };
}

export function statementText({ name, parameters, value }: Statement): string {
  return `${[name, ...parameters].join(';')}:${value}`;
}

/** `NAME=value` without needless quotes; null for one that holds anyway. */
export function saidParameter(parameter: string): string | null {
  const value = parameter.slice(parameter.indexOf('=') + 1).replace(/^"([^"]*)"$/, '$1');
  const said = `${parameterName(parameter)}=${value}`;
  return DEFAULTS.has(said.toUpperCase()) ? null : said;
}

/** A TEXT value without its escapes (RFC 5545, 3.3.11). */
export function unescaped(value: string): string {
  return value.replace(/\\([\\;,nN])/g, (_, character: string) =>
    character === 'n' || character === 'N' ? '\n' : character,
  );
}

/** What a time says of its zone and form is in the canonical value. */
function isSaid(name: string, parameter: string): boolean {
  return TIMES.has(name) ? parameter !== 'TZID' && parameter !== 'VALUE' : !DELIVERY.has(parameter);
}

function valueOf(name: string, value: string, text: string): string {
  if (TIMES.has(name)) return timesText(text) || value.trim();
  if (RULES.has(name)) return ruleText(value);
  if (DURATIONS.has(name)) return durationText(value.trim());
  if (WORDS.has(name)) return value.trim().toUpperCase();
  if (PEOPLE.has(name)) return value.trim().toLowerCase();
  if (LISTS.has(name)) return listText(value);
  return name === 'GEO' ? geoText(value) : unescaped(value).trim();
}

function timesText(text: string): string {
  return readTimes(text).values.map(timeText).sort().join();
}

function timeText({ time, end }: TimeEntry): string {
  const until = end === null ? '' : `/${end.toUpperCase()}`;
  if (time.kind === 'date') return `day ${time.day}${until}`;
  if (time.kind === 'utc') return `${time.at}Z${until}`;
  const zone = time.tzid === null ? '' : (ianaName(time.tzid) ?? time.tzid);
  return zone === 'UTC' ? `${time.wall}Z${until}` : `${time.wall} ${zone}${until}`;
}

function ruleText(value: string): string {
  const rule = parseRule(value);
  if (!rule) return value.trim().toUpperCase();
  const byDay = rule.byDay.toSorted((a, b) => a.weekday - b.weekday || a.ordinal - b.ordinal);
  return JSON.stringify({ ...rule, byDay });
}

const DURATION = /^([+-]?)P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/i;

/** `-PT900S` is `-P0DT0H15M0S` is `-PT15M`. */
function durationText(value: string): string {
  const parts = DURATION.exec(value);
  if (!parts) return value.toUpperCase();
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts
    .slice(2)
    .map((digits) => Number(digits ?? 0));
  const exact = (hours * 60 + minutes) * 60 + seconds;
  return `${parts[1] === '-' ? '-' : ''}P${weeks * 7 + days}DT${exact}S`;
}

function listText(value: string): string {
  const items = value.match(/(?:\\.|[^,\\])+/g) ?? [];
  return items
    .map((item) => JSON.stringify(unescaped(item).trim()))
    .sort()
    .join();
}

/** Servers write the same place with more or fewer zeros. */
function geoText(value: string): string {
  const numbers = value.split(/\\?;/).map((part) => Number(part));
  return numbers.every(Number.isFinite) ? numbers.join(';') : value.trim();
}
