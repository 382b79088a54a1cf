import { rawValue } from './value-start.ts';

/**
 * An iCalendar text taken apart into its content lines without losing a byte: writing the parts out again gives
 * the text back, folding, line ends, blank lines and stray bytes included. What edits and merges are made on (S6).
 */
export interface SourceLine {
  readonly kind: 'line';
  /** As it stands in the text, with its folds and its line end. */
  readonly raw: string;
  /** Property name in upper case; empty for a blank line or one that is no content line. */
  readonly name: string;
  /** Unfolded, without the line end (RFC 5545, 3.1). */
  readonly text: string;
}

export interface SourceComponent {
  readonly kind: 'component';
  /** Upper case: `VCALENDAR`, `VEVENT`, `VALARM`. */
  readonly name: string;
  readonly begin: SourceLine;
  readonly children: readonly SourceNode[];
  /** Null where the text ends before the component does. */
  readonly end: SourceLine | null;
}

export type SourceNode = SourceLine | SourceComponent;

export interface SourceDocument {
  readonly nodes: readonly SourceNode[];
}

/** Deeper than anybody nests; what lies below stays as plain lines. */
const MAX_DEPTH = 16;

interface Open {
  readonly begin: SourceLine;
  readonly name: string;
  readonly children: SourceNode[];
}

/** Never throws; a stray END stays where it is as a line. */
export function parseSource(text: string): SourceDocument {
  const nodes: SourceNode[] = [];
  const open: Open[] = [];
  const close = (end: SourceLine | null) => {
    const last = open.pop();
    if (!last) return;
    const { begin, name, children } = last;
    (open.at(-1)?.children ?? nodes).push({ kind: 'component', name, begin, children, end });
  };
  for (const line of sourceLines(text)) {
    const subject = line.name === 'BEGIN' || line.name === 'END' ? componentName(line) : '';
    if (line.name === 'BEGIN' && open.length < MAX_DEPTH) {
      open.push({ begin: line, name: subject, children: [] });
    } else if (line.name === 'END' && open.some(({ name }) => name === subject)) {
      while (open.at(-1)?.name !== subject) close(null);
      close(line);
    } else {
      (open.at(-1)?.children ?? nodes).push(line);
    }
  }
  while (open.length > 0) close(null);
  return { nodes };
}

export function writeSource(document: SourceDocument): string {
  return document.nodes.map(writeNode).join('');
}

export function writeNode(node: SourceNode): string {
  if (node.kind === 'line') return node.raw;
  return node.begin.raw + node.children.map(writeNode).join('') + (node.end?.raw ?? '');
}

/** One line as `sourceLines` would find it. */
export function sourceLine(raw: string): SourceLine {
  const text = raw.replace(/\r?\n[ \t]/g, '').replace(/\r?\n$/, '');
  return { kind: 'line', raw, name: /^[A-Za-z0-9-]+(?=[:;])/.exec(text)?.[0].toUpperCase() ?? '', text };
}

/** A byte order mark in front of the first line is part of it and of no name. */
function sourceLines(text: string): SourceLine[] {
  const raws = text.match(/[^\n]*\n(?:[ \t][^\n]*\n)*(?:[ \t][^\n]+$)?|[^\n]+$/g) ?? [];
  return raws.map((raw, index) => {
    const line = sourceLine(raw);
    return index === 0 && line.name === '' ? { ...sourceLine(raw.replace(/^\uFEFF/, '')), raw } : line;
  });
}

function componentName(line: SourceLine): string {
  return rawValue(line.text).toUpperCase();
}
