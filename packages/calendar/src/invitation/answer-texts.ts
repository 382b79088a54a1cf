import { dropLines, mapLines, rewriteLine, setLine, withChildren } from '../edit/text/component-lines.ts';
import { foldLine } from '../edit/text/fold-line.ts';
import { PRODUCT } from '../edit/text/product.ts';
import { textValue } from '../edit/text/text-value.ts';
import { stampOf } from '../edit/text/touch.ts';
import { addressesOf } from '../event/person.ts';
import { appliedImport } from '../import/apply-import.ts';
import { MASTER, objectParts } from '../merge/parts/object-parts.ts';
import { contentLine, lineText, parameterText, withoutParameters } from '../text/content-line.ts';
import { readProperty } from '../text/property.ts';
import {
  parseSource,
  type SourceComponent,
  type SourceLine,
  type SourceNode,
  writeNode,
  writeSource,
} from '../text/source-document.ts';
import type { Answer, Invitation } from './invitation.ts';
import { isAmong } from './who-is-who.ts';

const LINE_END = '\r\n';

/** Who says what. */
export interface Said {
  /** Addresses of the guest, as the invitation writes them. */
  readonly guest: readonly string[];
  readonly answer: Answer;
}

/**
 * The text with what a guest says in it, and nothing else changed: of a guest's copy a server takes no more than that.
 * @param instance which of its events; null: all of them. Where it is not there, nothing is changed.
 */
export function withAnswer(text: string, { guest, answer }: Said, instance: string | null): string {
  const only = instance === null ? null : objectParts(text)?.events.get(instance)?.event;
  if (only === undefined) return text;
  const wanted = only && writeNode(only);
  const says = (line: SourceLine) => (isOf(line, guest) ? rewriteLine(line, answered(line, answer)) : line);
  const { nodes } = parseSource(text);
  return writeSource({
    nodes: eachEvent(nodes, (event) =>
      wanted === null || writeNode(event) === wanted ? mapLines(event, says) : event,
    ),
  });
}

/**
 * What a guest's calendar has once they have answered. Of the version that it has already, only the answer is written: a
 * server takes no more of a guest. Alarms of others never ring here.
 * @param before what it has now; null: nothing.
 * @param same that is the version of the invitation.
 */
export function answeredCopy(
  { text, method, instance }: Pick<Invitation, 'text' | 'method' | 'instance'>,
  { before, same }: { readonly before: string | null; readonly same: boolean },
  said: Said,
): string {
  const only = instance === MASTER ? null : instance;
  if (before !== null && same && objectParts(before)?.events.has(instance))
    return withAnswer(before, said, only);
  const applied = appliedImport({ text: quiet(text), method }, before);
  return withAnswer(applied.ok ? withOwnAlarms(applied.text, before) : text, said, only);
}

/** For somebody who is not among the guests: the event without the people, so that nobody is told of anything. */
export function toldCopy({ text }: Pick<Invitation, 'text'>): string {
  const { nodes } = parseSource(quiet(text));
  return writeSource({ nodes: eachEvent(nodes, (event) => dropLines(event, ['ATTENDEE', 'ORGANIZER'])) });
}

export interface ReplySaid extends Said {
  /** A note to the organizer; empty: none. */
  readonly comment: string;
  readonly now: Temporal.Instant;
}

/**
 * The answer as it goes to the organizer (RFC 5546, 3.2.3): the same UID, SEQUENCE and instance, and of the guests the one
 * who answers.
 */
export function replyText(
  { text, instance, guests }: Pick<Invitation, 'text' | 'instance' | 'guests'>,
  { guest, answer, comment, now }: ReplySaid,
): string {
  const parts = objectParts(text);
  const event = parts?.events.get(instance)?.event;
  if (!parts || !event) throw new TypeError('an invitation that was read can be read again');
  const kept = event.children.flatMap((child) =>
    child.kind === 'line' && isKept(child, guest) ? [child] : [],
  );
  const at = { lineEnd: LINE_END };
  const stamped = setLine({ ...event, children: kept }, `DTSTAMP:${stampOf(now)}`, at);
  const noted = comment === '' ? stamped : setLine(stamped, `COMMENT:${textValue(comment)}`, at);
  const says = (line: SourceLine) =>
    line.name === 'ATTENDEE' ? rewriteLine(line, saying(line, answer)) : line;
  const zones = parts.calendar.children.filter(
    (child) => child.kind === 'component' && child.name === 'VTIMEZONE',
  );
  if (guests.length > 0 && !kept.some(({ name }) => name === 'ATTENDEE'))
    throw new TypeError('whoever answers is among the guests');
  return [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', PRODUCT, 'CALSCALE:GREGORIAN', 'METHOD:REPLY'].map((line) =>
      foldLine(line, LINE_END),
    ),
    ...zones.map(writeNode),
    writeNode(mapLines(noted, says)),
    foldLine('END:VCALENDAR', LINE_END),
  ]
    .join('')
    .replaceAll(/\r?\n/g, LINE_END);
}

/** What the organizer needs to know it again, and nothing of ours. */
const OF_A_REPLY = new Set([
  'UID',
  'SEQUENCE',
  'RECURRENCE-ID',
  'ORGANIZER',
  'SUMMARY',
  'DTSTART',
  'DTEND',
  'DURATION',
]);

function isKept(line: SourceLine, guest: readonly string[]): boolean {
  return OF_A_REPLY.has(line.name) || isOf(line, guest);
}

function isOf(line: SourceLine, guest: readonly string[]): boolean {
  if (line.name !== 'ATTENDEE') return false;
  const person = readProperty(line.text);
  return person !== null && isAmong(addressesOf(person), guest);
}

function answered(line: SourceLine, answer: Answer): string {
  const written = contentLine(line.text);
  const said = `PARTSTAT=${answer.toUpperCase()}`;
  if (parameterText(written, 'PARTSTAT') === null)
    return lineText({ ...written, parameters: [...written.parameters, said] });
  const parameters = written.parameters.map((one) => (/^PARTSTAT=/i.test(one) ? said : one));
  return lineText({ ...written, parameters });
}

/** Nobody asks the organizer back, and what a server has made of it before is nobody's business. */
function saying(line: SourceLine, answer: Answer): string {
  const plain = withoutParameters(contentLine(line.text), ['RSVP', 'SCHEDULE-AGENT', 'SCHEDULE-STATUS']);
  return answered({ ...line, text: lineText(plain) }, answer);
}

function quiet(text: string): string {
  const { nodes } = parseSource(text);
  return writeSource({
    nodes: eachEvent(nodes, (event) => withChildren(event, event.children.filter(isNoAlarm))),
  });
}

function isNoAlarm(child: SourceNode): boolean {
  return child.kind === 'line' || child.name !== 'VALARM';
}

/** What somebody has set for themselves rings on. */
function withOwnAlarms(text: string, before: string | null): string {
  const old = before === null ? null : objectParts(before);
  const now = objectParts(text);
  if (!old || !now) return text;
  const alarms = new Map(
    [...now.events].map(([key, { event }]) => [
      writeNode(event),
      old.events.get(key)?.event.children.filter((child) => !isNoAlarm(child)) ?? [],
    ]),
  );
  return writeSource({
    nodes: eachEvent(now.document.nodes, (event) =>
      event.children.every(isNoAlarm)
        ? withChildren(event, [...event.children, ...(alarms.get(writeNode(event)) ?? [])])
        : event,
    ),
  });
}

function eachEvent(
  nodes: readonly SourceNode[],
  change: (event: SourceComponent) => SourceComponent,
): SourceNode[] {
  return nodes.map((node) => {
    if (node.kind === 'line') return node;
    const children = node.children.map((child) =>
      child.kind === 'component' && child.name === 'VEVENT' ? change(child) : child,
    );
    return withChildren(node, children);
  });
}
