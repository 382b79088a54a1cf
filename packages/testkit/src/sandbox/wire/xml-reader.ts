import { SaxesParser } from 'saxes';
import type { DavName } from './dav-name.ts';

export interface XmlElement {
  readonly name: DavName;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The element's own character data, without that of its children. */
  readonly text: string;
}

/** The body is no XML that we read: malformed, with a DOCTYPE, or nested beyond reason. */
export class XmlRefused extends Error {
  override readonly name = 'XmlRefused';
}

interface OpenElement extends XmlElement {
  readonly children: OpenElement[];
  text: string;
}

const MAX_DEPTH = 64;

/** Reads one document. Throws `XmlRefused`; a DOCTYPE is refused unseen, so entities cannot be defined. */
export function readXml(source: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const open: OpenElement[] = [];
  let root: OpenElement | null = null;
  parser.on('doctype', () => {
    throw new XmlRefused('a DOCTYPE is not allowed');
  });
  parser.on('error', (error) => {
    throw new XmlRefused(error.message);
  });
  parser.on('opentag', (tag) => {
    if (open.length >= MAX_DEPTH) throw new XmlRefused('elements are nested too deeply');
    const attributes = Object.fromEntries(Object.values(tag.attributes).map((a) => [a.local, a.value]));
    const element: OpenElement = { name: `{${tag.uri}}${tag.local}`, attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  const addText = (text: string) => {
    const current = open.at(-1);
    if (current) current.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => open.pop());
  parser.write(source).close();
  if (root === null) throw new XmlRefused('the document is empty');
  return root;
}

export function child(element: XmlElement | undefined, name: DavName): XmlElement | undefined {
  return element?.children.find((candidate) => candidate.name === name);
}

export function children(element: XmlElement | undefined, name: DavName): readonly XmlElement[] {
  return element?.children.filter((candidate) => candidate.name === name) ?? [];
}
