import { type SaxesTagNS } from 'saxes';
import { malformed, tooLarge } from '../http/classify.ts';
import type { DavElement } from './dav-element.ts';

export interface ElementLimits {
  /** Nesting of the whole document. */
  readonly maxDepth: number;
  /** Characters of text inside one element; more is dropped and marked `overlong`. */
  readonly maxText: number;
  /** Elements below one child of the root. */
  readonly maxElements: number;
}

export const ELEMENT_LIMITS: ElementLimits = { maxDepth: 64, maxText: 4 * 1024 * 1024, maxElements: 20_000 };

/** Takes a document's tags and text and hands out each child of the root as soon as it is closed. */
export interface ElementBuilder {
  open(tag: SaxesTagNS): void;
  text(text: string): void;
  close(): void;
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

  return {
    open(tag) {
      const name = `{${tag.uri}}${tag.local}`;
      if (stack.length === 0) onRoot(name);
      if (stack.length >= limits.maxDepth) throw malformed('it is nested too deeply');
      if (stack.length === 1) elements = 0;
      elements += 1;
      if (elements > limits.maxElements) throw tooLarge();
      stack.push({ name, attributes: plainAttributes(tag), children: [], parts: [], textLength: 0 });
    },
    text(text) {
      const element = stack.at(-1);
      if (element === undefined || stack.length < 2) return;
      element.textLength += text.length;
      if (element.textLength > limits.maxText) element.parts.length = 0;
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
  };
}

function finished(
  { name, attributes, children, parts, textLength }: Growing,
  limits: ElementLimits,
): DavElement {
  return { name, attributes, children, text: parts.join(''), overlong: textLength > limits.maxText };
}

function plainAttributes(tag: SaxesTagNS): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const attribute of Object.values(tag.attributes)) plain[attribute.local] = attribute.value;
  return plain;
}
