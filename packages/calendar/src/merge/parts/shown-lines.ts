import { contentLine, parameterText } from '../../text/content-line.ts';
import { plainText } from '../../text/plain-text.ts';
import type { SourceComponent, SourceLine, SourceNode } from '../../text/source-document.ts';
import { readTimes, type TimeEntry } from '../../text/time-property.ts';
import { dayOfWall, isoDate, type WallMs } from '../../time/civil.ts';
import { ianaName } from '../../zone/zone-name.ts';
import { statementOf, unescaped } from './statement.ts';

/** Of one property; an attachment of megabytes is nothing to be read. */
const MAX_SHOWN = 2_000;
/** They go without their name: what they say is plain from the group that they are shown in. */
const PLAIN: ReadonlySet<string> = new Set([
  'SUMMARY',
  'LOCATION',
  'DESCRIPTION',
  'STATUS',
  'TRANSP',
  'CLASS',
  'ATTENDEE',
  'RRULE',
]);
const TIMES: ReadonlySet<string> = new Set(['RDATE', 'EXDATE']);

/** What lines say, for people: one property a row, without escapes. */
export function shownLines(nodes: readonly SourceNode[]): string[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'component') return [`${node.name}: ${shownAlarm(node)}`];
    if (statementOf(node) === null) return [];
    const shown = plainText(shownValue(node), MAX_SHOWN);
    return [PLAIN.has(node.name) ? shown : `${node.name}: ${shown}`];
  });
}

/** The times of a line in ISO 8601: `2026-03-29`, `2026-03-29T10:00:00Z`, `2026-03-29T10:00:00[Europe/Berlin]`. */
export function shownTimes({ text }: SourceLine): string {
  return readTimes(text).values.map(shownTime).join(', ');
}

function shownTime({ time, end }: TimeEntry): string {
  const until = end === null ? '' : `/${end}`;
  if (time.kind === 'date') return isoDate(time.day) + until;
  if (time.kind === 'utc') return `${isoTime(time.at + 0)}Z${until}`;
  const zone = time.tzid === null ? '' : `[${ianaName(time.tzid) ?? time.tzid}]`;
  return isoTime(time.wall) + zone + until;
}

function isoTime(wall: WallMs): string {
  return `${isoDate(dayOfWall(wall))}T${new Date(wall).toISOString().slice(11, 19)}`;
}

function shownValue(line: SourceLine): string {
  if (TIMES.has(line.name)) return shownTimes(line);
  if (line.name === 'ATTENDEE' || line.name === 'ORGANIZER') return shownPerson(line);
  return unescaped(contentLine(line.text).value);
}

/** `Ann <ann@example.org> ACCEPTED` */
function shownPerson({ text }: SourceLine): string {
  const line = contentLine(text);
  const address = line.value.replace(/^mailto:/i, '').trim();
  const name = parameterText(line, 'CN')?.replace(/^"([^"]*)"$/, '$1');
  const answer = parameterText(line, 'PARTSTAT');
  return [name ? `${name} <${address}>` : address, ...(answer === null ? [] : [answer])].join(' ');
}

function shownAlarm({ children }: SourceComponent): string {
  const shown = ['TRIGGER', 'ACTION'].flatMap((name) => {
    const line = children.find((node) => node.kind === 'line' && node.name === name);
    return line?.kind === 'line' ? [shownValue(line)] : [];
  });
  return plainText(shown.join(' '), MAX_SHOWN);
}
