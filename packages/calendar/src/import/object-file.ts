import { unquoted } from '../edit/patch/patch-times.ts';
import { linesNamed } from '../edit/text/component-lines.ts';
import { foldLine } from '../edit/text/fold-line.ts';
import { PRODUCT } from '../edit/text/product.ts';
import { typedText } from '../edit/text/text-value.ts';
import { isCancelling } from '../event/method.ts';
import { splitIcsFile } from '../read/ics-file.ts';
import { contentLine } from '../text/content-line.ts';
import { parseSource, type SourceComponent, writeNode } from '../text/source-document.ts';
import { cancelled } from './cancelled.ts';

const LINE_END = '\r\n';

/**
 * One .ics file of many calendar objects, for taking a calendar elsewhere. Components stay as they are, but for line
 * ends, which are CRLF throughout. What holds no component at all is left out.
 *
 * A file may define a TZID only once, and an event must not be given another one. Where two objects define one TZID
 * differently, the definition with more in it stays: it is the one that knows more years, and a TZID with a name that
 * is known is read by its name anyway.
 */
export function joinObjects(sources: readonly string[], calendarName: string): string {
  const zones = new Map<string, string>();
  const others: string[] = [];
  for (const component of sources.flatMap(componentsOf)) {
    const text = writeNode(component).replace(/\r?\n/g, LINE_END);
    if (component.name !== 'VTIMEZONE') others.push(text);
    else addZone(zones, tzidOf(component), text);
  }
  const name = nameValue(calendarName);
  const head = ['BEGIN:VCALENDAR', 'VERSION:2.0', PRODUCT, 'CALSCALE:GREGORIAN', ...name];
  return [
    ...head.map((line) => foldLine(line, LINE_END)),
    ...zones.values(),
    ...others,
    `END:VCALENDAR${LINE_END}`,
  ].join('');
}

/**
 * Split first, as that mends what is broken: a component without its end would swallow the next object. One file has one
 * METHOD; what an object of its own takes back says so itself.
 */
function componentsOf(source: string): SourceComponent[] {
  return splitIcsFile(source).flatMap(({ text, method }) =>
    parseSource(text)
      .nodes.flatMap((node) => (node.kind === 'component' ? node.children : []))
      .filter((child) => child.kind === 'component')
      .map((child) => (isCancelling(method) && child.name === 'VEVENT' ? cancelled(child) : child)),
  );
}

function addZone(zones: Map<string, string>, tzid: string, text: string): void {
  const known = zones.get(tzid);
  if (known === undefined || text.length > known.length) zones.set(tzid, text);
}

function tzidOf(zone: SourceComponent): string {
  const [line] = linesNamed(zone, 'TZID');
  return line ? unquoted(contentLine(line.text).value) : '';
}

/** NAME is RFC 7986, X-WR-CALNAME what everybody reads. A name is never refused: what cannot be kept is left out. */
function nameValue(name: string): string[] {
  const plain = typedText(name.toWellFormed())
    .replace(/[\0-\x1F\x7F]/g, ' ')
    .trim();
  const value = plain.replace(/[\\;,]/g, '\\$&');
  return value === '' ? [] : [`NAME:${value}`, `X-WR-CALNAME:${value}`];
}
