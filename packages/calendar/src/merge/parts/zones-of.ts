import { firstLine, withChildren } from '../../edit/text/component-lines.ts';
import { components } from '../../edit/text/event-text.ts';
import { contentLine, parameterText, timesLine } from '../../text/content-line.ts';
import type { SourceComponent, SourceNode } from '../../text/source-document.ts';
import { placeName } from '../../zone/zone-name.ts';
import { componentText } from './unit.ts';

/** A calendar with the definitions of those zones that its events use and only the other calendar defines. */
export function withZonesOf(calendar: SourceComponent, other: SourceComponent): SourceComponent {
  const defined = zonesIn(calendar);
  const used = tzidsIn(calendar);
  const missing = [...zonesIn(other)].filter(([tzid]) => used.has(tzid) && !defined.has(tzid));
  if (missing.length === 0) return calendar;
  const first = calendar.children.findIndex((node) => node.kind === 'component');
  return withChildren(calendar, calendar.children.toSpliced(first, 0, ...missing.map(([, zone]) => zone)));
}

/** Whether both define a zone of the same name, which only they know, in different ways. */
export function clash(one: SourceComponent, other: SourceComponent): boolean {
  const there = zonesIn(other);
  return [...zonesIn(one)].some(([tzid, zone]) => {
    const same = there.get(tzid);
    return same !== undefined && placeName(tzid) === null && componentText(zone) !== componentText(same);
  });
}

function zonesIn(calendar: SourceComponent): ReadonlyMap<string, SourceComponent> {
  return new Map(components(calendar, 'VTIMEZONE').map((zone) => [nameOf(zone), zone]));
}

function nameOf(zone: SourceComponent): string {
  const line = firstLine(zone, 'TZID');
  return line ? contentLine(line.text).value.trim() : '';
}

function tzidsIn(calendar: SourceComponent): ReadonlySet<string> {
  const lines = components(calendar, 'VEVENT').flatMap(({ children }) => children);
  return new Set(lines.flatMap(tzidOf));
}

function tzidOf(node: SourceNode): string[] {
  if (node.kind !== 'line' || !/;TZID=/i.test(node.text)) return [];
  const tzid = parameterText(timesLine(node.text) ?? contentLine(node.text), 'TZID');
  return tzid === null ? [] : [tzid.replace(/^"([^"]*)"$/, '$1')];
}
