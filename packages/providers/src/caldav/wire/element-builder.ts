import { WRONG_BYTE } from '@atelier/calendar/text/join-letters';
import { type SaxesTagNS } from 'saxes';
import { malformed, tooLarge } from '../../http/classify.ts';
import { caldav, type DavElement } from './dav-element.ts';
import type { ElementLimits } from './element-limits.ts';

/** Takes a document's tags and text and hands out each child of the root as soon as it is closed. */
export interface ElementBuilder {
  open(tag: SaxesTagNS): void;
  text(text: string): void;
  close(): void;
  /** Characters of text that the innermost open element may hold. */
  readonly mostText: number;
}

interface Growing {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: DavElement[];
  readonly parts: string[];
  textLength: number;
}

export function createElementBuilder(
  limits: ElementLimits,
  onRoot: (name: string) => void,
  onChild: (element: DavElement) => void,
): ElementBuilder {
  const stack: Growing[] = [];
  let elements = 0;
  let children = 0;

  return {
    open(tag) {
      const name = `{${tag.uri}}${tag.local}`;
      if (stack.length === 0) onRoot(name);
      if (stack.length >= limits.maxDepth) throw malformed('it is nested too deeply');
      if (stack.length === 1) {
        elements = 0;
        children += 1;
      }
      elements += 1;
      if (elements > limits.maxElements || children > limits.maxChildren) throw tooLarge();
      const attributes = plainAttributes(tag, limits);
      stack.push({ name, attributes, children: [], parts: [], textLength: 0 });
    },
    text(text) {
      const element = stack.at(-1);
      if (element === undefined || stack.length < 2) return;
      element.textLength += text.length;
      if (element.textLength > mostTextOf(element, limits)) element.parts.length = 0;
      else element.parts.push(text);
    },
    close() {
      const grown = stack.pop();
      const parent = stack.at(-1);
      if (grown === undefined || parent === undefined) return;
      const element = finished(grown, limits);
      if (stack.length === 1) onChild(element);
      else parent.children.push(element);
    },
    get mostText() {
      return mostTextOf(stack.at(-1), limits);
    },
  };
}

const DATA = caldav('calendar-data');
const ZONE = caldav('calendar-timezone');

function mostTextOf(element: Growing | undefined, limits: ElementLimits): number {
  if (element?.name === DATA) return limits.maxText;
  return element?.name === ZONE ? limits.maxZone : limits.maxWords;
}

function finished(grown: Growing, limits: ElementLimits): DavElement {
  const { name, attributes, children, parts, textLength } = grown;
  const overlong = textLength > mostTextOf(grown, limits);
  return { name, attributes, children, text: overlong ? '' : textOf(name, parts.join('')), overlong };
}

/** Which bytes were wrong matters in what may be written back; in names and tokens it is a letter nobody can read. */
function textOf(name: string, text: string): string {
  return name === DATA ? text : text.replaceAll(WRONG_BYTE, '\uFFFD');
}

function plainAttributes(tag: SaxesTagNS, { maxAttributes }: ElementLimits): Record<string, string> {
  const attributes = Object.values(tag.attributes);
  if (attributes.length > maxAttributes) throw malformed('one of its tags has too many attributes');
  return Object.fromEntries(attributes.map(({ local, value }) => [local, value]));
}
