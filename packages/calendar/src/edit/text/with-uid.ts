import { contentLine, lineText } from '../../text/content-line.ts';
import {
  parseSource,
  type SourceComponent,
  type SourceNode,
  writeSource,
} from '../../text/source-document.ts';
import { firstLine, setLine, withChildren } from './component-lines.ts';
import { textValue } from './text-value.ts';

const IDENTIFIED: ReadonlySet<string> = new Set(['VEVENT', 'VTODO', 'VJOURNAL']);

/** The same text with this UID on every event, task and journal. A text that is no calendar comes back as it is. */
export function withUid(text: string, uid: string): string {
  const { nodes } = parseSource(text);
  return writeSource({ nodes: nodes.map((node) => renamed(node, textValue(uid))) });
}

function renamed(node: SourceNode, value: string): SourceNode {
  if (node.kind === 'line') return node;
  const children = node.children.map((child) => (node.name === 'VCALENDAR' ? renamed(child, value) : child));
  const next = withChildren(node, children);
  return IDENTIFIED.has(node.name) ? setUid(next, value) : next;
}

function setUid(component: SourceComponent, value: string): SourceComponent {
  const old = firstLine(component, 'UID');
  const line = old ? contentLine(old.text) : { name: 'UID', parameters: [] };
  const lineEnd = component.begin.raw.endsWith('\r\n') ? '\r\n' : '\n';
  return setLine(component, lineText({ ...line, value }), { lineEnd });
}
