import { linesNamed, newLine, withChildren } from '../edit/text/component-lines.ts';
import { contentLine, lineText, parameterName } from '../text/content-line.ts';
import {
  parseSource,
  type SourceComponent,
  type SourceLine,
  type SourceNode,
  writeNode,
} from '../text/source-document.ts';

export interface BusyWords {
  /** What stands in place of every title. */
  readonly title: string;
  /** Stands for a UID, as some apps make one out of words: the same for the same, and nothing can be read from it. */
  readonly nameFor: (uid: string) => string;
}

/** When an event is, and that it is not over and done with: nothing in these can be anybody's words. */
const OF_EVENT: ReadonlySet<string> = new Set(
  'DTSTART DTEND DURATION RRULE EXRULE RDATE EXDATE RECURRENCE-ID DTSTAMP SEQUENCE STATUS'.split(' '),
);
const OF_ZONE: ReadonlySet<string> = new Set([
  'TZID',
  'DTSTART',
  'TZOFFSETFROM',
  'TZOFFSETTO',
  'RRULE',
  'RDATE',
]);
const PARAMETERS: ReadonlySet<string> = new Set(['TZID', 'VALUE', 'RANGE']);
const LINE_END = '\r\n';

/**
 * The same calendar object with its times, rules and zones and no other word of it. Null where nothing in it blocks
 * time: what is free is nobody's business.
 */
export function busyText(source: string, words: BusyWords): string | null {
  const parts = parseSource(source)
    .nodes.flatMap((node) => (node.kind === 'component' ? node.children : []))
    .filter((child) => child.kind === 'component');
  const events = parts.filter(({ name }) => name === 'VEVENT');
  if (!events.some(blocks)) return null;
  const zones = parts.filter(({ name }) => name === 'VTIMEZONE').map(bareZone);
  const bare = [...zones, ...events.map((event) => bareEvent(event, words))];
  const text = bare.map(writeNode).join('');
  return `BEGIN:VCALENDAR${LINE_END}VERSION:2.0${LINE_END}${text}END:VCALENDAR${LINE_END}`;
}

function blocks(event: SourceComponent): boolean {
  return !says(event, 'TRANSP', 'TRANSPARENT') && !says(event, 'STATUS', 'CANCELLED');
}

function says(event: SourceComponent, name: string, value: string): boolean {
  return linesNamed(event, name).some(({ text }) => contentLine(text).value.trim().toUpperCase() === value);
}

function bareEvent(event: SourceComponent, { title, nameFor }: BusyWords): SourceComponent {
  const [uid] = linesNamed(event, 'UID');
  const own = [
    `UID:${nameFor(uid ? contentLine(uid.text).value : '')}`,
    `SUMMARY:${title}`,
    `TRANSP:${blocks(event) ? 'OPAQUE' : 'TRANSPARENT'}`,
  ];
  const times = event.children.flatMap((child) => bareLine(child, OF_EVENT));
  return framed(event, [...own.map((line) => newLine(line, LINE_END)), ...times]);
}

function bareZone(zone: SourceComponent): SourceComponent {
  const children = zone.children.flatMap((child): SourceNode[] =>
    child.kind === 'line'
      ? bareLine(child, OF_ZONE)
      : [
          framed(
            child,
            child.children.flatMap((line) => bareLine(line, OF_ZONE)),
          ),
        ],
  );
  return framed(zone, children);
}

function framed(component: SourceComponent, children: readonly SourceNode[]): SourceComponent {
  const { name } = component;
  const [begin, end] = [newLine(`BEGIN:${name}`, LINE_END), newLine(`END:${name}`, LINE_END)];
  return withChildren({ ...component, begin, end }, children);
}

/** Without the parameters that other programs add. A value that is no time, rule or number is left out with its line. */
function bareLine(node: SourceNode, kept: ReadonlySet<string>): SourceLine[] {
  if (node.kind !== 'line' || !kept.has(node.name)) return [];
  const line = contentLine(node.text);
  if (node.name !== 'TZID' && !/^[\w;=,:+/ -]*$/.test(line.value)) return [];
  const parameters = line.parameters.filter((parameter) => PARAMETERS.has(parameterName(parameter)));
  return [newLine(lineText({ ...line, parameters }), LINE_END)];
}
