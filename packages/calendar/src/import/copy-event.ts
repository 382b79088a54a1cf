import { mapLines, rewriteLine, withChildren } from '../edit/text/component-lines.ts';
import { stampOf } from '../edit/text/touch.ts';
import { withUid } from '../edit/text/with-uid.ts';
import { withoutInvitations } from '../edit/text/without-invitations.ts';
import { contentLine, lineText } from '../text/content-line.ts';
import { parseSource, type SourceNode, writeSource } from '../text/source-document.ts';

/**
 * The same object under another UID, made now: for keeping both sides of a conflict. All else stays byte for byte,
 * except that guests are not invited a second time. Never throws for a text.
 */
export function copyEvent(source: string, newUid: string, now: Temporal.Instant): string {
  const { nodes } = parseSource(withUid(source, newUid));
  return withoutInvitations(writeSource({ nodes: nodes.map((node) => stamped(node, stampOf(now))) }));
}

function stamped(node: SourceNode, stamp: string): SourceNode {
  if (node.kind === 'line') return node;
  const children = node.children.map((child) => (node.name === 'VCALENDAR' ? stamped(child, stamp) : child));
  return mapLines(withChildren(node, children), (line) =>
    line.name === 'DTSTAMP' ? rewriteLine(line, lineText({ ...contentLine(line.text), value: stamp })) : line,
  );
}
