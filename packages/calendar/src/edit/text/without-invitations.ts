import { contentLine, lineText, parameterText } from '../../text/content-line.ts';
import {
  parseSource,
  type SourceComponent,
  type SourceNode,
  writeSource,
} from '../../text/source-document.ts';
import { rewriteLine, withChildren } from './component-lines.ts';

/**
 * The same text with SCHEDULE-AGENT=CLIENT on every ORGANIZER and ATTENDEE that does not say who schedules (RFC 6638,
 * 7.1): the server that stores it is to send no mail. People in alarms are left alone, as no server writes to them.
 *
 * A new object stays silent that way. For one that the server already keeps, RFC 6638, 3.2.1.2 counts a guest who
 * passes from SERVER to CLIENT as taken off the list, and an organizer's server may tell them so.
 */
export function withoutInvitations(text: string): string {
  const { nodes } = parseSource(text);
  return writeSource({ nodes: nodes.map((node) => silentNode(node, '')) });
}

function silent(component: SourceComponent): SourceComponent {
  return withChildren(
    component,
    component.children.map((child) => silentNode(child, component.name)),
  );
}

function silentNode(node: SourceNode, parent: string): SourceNode {
  if (node.kind === 'component') return silent(node);
  if (!SCHEDULED.has(parent) || (node.name !== 'ORGANIZER' && node.name !== 'ATTENDEE')) return node;
  const line = contentLine(node.text);
  if (parameterText(line, 'SCHEDULE-AGENT') !== null) return node;
  return rewriteLine(node, lineText({ ...line, parameters: [...line.parameters, 'SCHEDULE-AGENT=CLIENT'] }));
}

const SCHEDULED: ReadonlySet<string> = new Set(['VEVENT', 'VTODO', 'VJOURNAL']);
