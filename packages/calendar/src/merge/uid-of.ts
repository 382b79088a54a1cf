import { plainText } from '../text/plain-text.ts';
import { parseSource, type SourceNode } from '../text/source-document.ts';
import { rawValue } from '../text/value-start.ts';

const MAX_UID = 1_000;

/** UID of the first event, task or journal in a text; null when it has none. */
export function uidOf(source: string): string | null {
  return uidIn(parseSource(source).nodes);
}

function uidIn(nodes: readonly SourceNode[]): string | null {
  for (const node of nodes) {
    if (node.kind === 'line' && node.name === 'UID') {
      return plainText(rawValue(node.text), MAX_UID).trim();
    }
    const inside = node.kind === 'component' && node.name !== 'VTIMEZONE' ? uidIn(node.children) : null;
    if (inside !== null) return inside;
  }
  return null;
}
