import { type FileComponent, readCalendarFile } from '../store/calendar-file.ts';
import { name } from '../wire/dav-name.ts';
import { child, children, type XmlElement } from '../wire/xml-reader.ts';
import { overlaps, type TimeRange } from './time-range.ts';

type ComponentTest = (candidates: readonly FileComponent[]) => boolean;

/** Turns `<cal:filter>` into a test of a calendar file; null where it asks for what we do not know. */
export function compileFilter(filter: XmlElement | undefined): ((body: string) => boolean) | null {
  const outer = child(filter, name('cal', 'comp-filter'));
  if (outer?.attributes.name !== 'VCALENDAR') return null;
  const test = componentTest(outer);
  return (body) => {
    const file = readCalendarFile(body);
    return file !== null && test([file]);
  };
}

function componentTest(filter: XmlElement): ComponentTest {
  const wanted = filter.attributes.name?.toUpperCase();
  const isAbsent = child(filter, name('cal', 'is-not-defined')) !== undefined;
  const range = timeRange(child(filter, name('cal', 'time-range')));
  const properties = children(filter, name('cal', 'prop-filter')).map(propertyTest);
  const inner = children(filter, name('cal', 'comp-filter')).map(componentTest);
  return (candidates) => {
    const named = candidates.filter((candidate) => candidate.name === wanted);
    if (isAbsent) return named.length === 0;
    if (range && !overlaps(named, range)) return false;
    return named.some(
      (one) => properties.every((test) => test(one)) && inner.every((test) => test(one.components)),
    );
  };
}

function timeRange(element: XmlElement | undefined): TimeRange | null {
  if (!element) return null;
  const { start, end } = element.attributes;
  return { start: instantOf(start) ?? -Infinity, end: instantOf(end) ?? Infinity };
}

/** Epoch milliseconds of a UTC date-time of RFC 5545. */
function instantOf(value: string | undefined): number | null {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(value ?? '');
  if (!match) return null;
  const [year = 0, month = 1, ...rest] = match.slice(1).map(Number);
  return Date.UTC(year, month - 1, ...rest);
}

function propertyTest(filter: XmlElement): (component: FileComponent) => boolean {
  const wanted = filter.attributes.name?.toUpperCase();
  const isAbsent = child(filter, name('cal', 'is-not-defined')) !== undefined;
  const text = child(filter, name('cal', 'text-match'));
  return (component) => {
    const lines = component.lines.filter((line) => line.name === wanted);
    if (isAbsent) return lines.length === 0;
    return text ? lines.some((line) => textMatches(text, line.value)) : lines.length > 0;
  };
}

/** RFC 4791 9.7.5: a substring, in `i;ascii-casemap` unless another collation is named. */
function textMatches(match: XmlElement, value: string): boolean {
  const exact = match.attributes.collation === 'i;octet';
  const fold = (text: string) => (exact ? text : text.toLowerCase());
  const found = fold(value).includes(fold(match.text));
  return match.attributes['negate-condition'] === 'yes' ? !found : found;
}
