import {
  type SourceComponent,
  type SourceLine,
  type SourceNode,
  sourceLine,
} from '../../text/source-document.ts';
import { foldLine } from './fold-line.ts';

/** The component's own lines of that property, in file order. */
export function linesNamed(component: SourceComponent, name: string): SourceLine[] {
  return component.children.filter((child) => child.kind === 'line' && child.name === name) as SourceLine[];
}

export function firstLine(component: SourceComponent, name: string): SourceLine | null {
  return linesNamed(component, name)[0] ?? null;
}

/** A new line, folded; `text` has neither folds nor line end. */
export function newLine(text: string, lineEnd: string): SourceLine {
  return sourceLine(foldLine(text, lineEnd));
}

/** The same line with another text; byte for byte the same where the text is. */
export function rewriteLine(line: SourceLine, text: string): SourceLine {
  if (line.text === text) return line;
  return newLine(text, /\r?\n$/.exec(line.raw)?.[0] ?? '\r\n');
}

export function withChildren(component: SourceComponent, children: readonly SourceNode[]): SourceComponent {
  return { ...component, children };
}

/** Each of the component's own lines as `replace` wants it; null takes it out. */
export function mapLines(
  component: SourceComponent,
  replace: (line: SourceLine) => SourceLine | readonly SourceLine[] | null,
): SourceComponent {
  const children = component.children.flatMap((child): readonly SourceNode[] => {
    if (child.kind !== 'line') return [child];
    const replaced = replace(child);
    if (replaced === null) return [];
    return 'kind' in replaced ? [replaced] : replaced;
  });
  return withChildren(component, children);
}

export function dropLines(component: SourceComponent, names: readonly string[]): SourceComponent {
  return mapLines(component, (line) => (names.includes(line.name) ? null : line));
}

/** Where a new line goes. */
export interface Place {
  readonly lineEnd: string;
  /** Behind the last line of these properties; else behind the component's last property. */
  readonly after?: readonly string[];
}

/**
 * Gives a property that may stand once this text. It keeps its position; a second line of that name, which could
 * only contradict, goes.
 */
export function setLine(component: SourceComponent, text: string, place: Place): SourceComponent {
  const name = sourceLine(text).name;
  const [first] = linesNamed(component, name);
  if (!first) return insertLine(component, newLine(text, place.lineEnd), place.after ?? []);
  return mapLines(component, (line) => {
    if (line.name !== name) return line;
    return line === first ? rewriteLine(line, text) : null;
  });
}

export function insertLine(
  component: SourceComponent,
  line: SourceLine,
  after: readonly string[],
): SourceComponent {
  const { children } = component;
  const anchor = children.findLastIndex((child) => child.kind === 'line' && after.includes(child.name));
  const at = anchor < 0 ? endOfProperties(children) : anchor + 1;
  return withChildren(component, children.toSpliced(at, 0, line));
}

/** Properties stand before the alarms (RFC 5545, 3.6.1). */
function endOfProperties(children: readonly SourceNode[]): number {
  const nested = children.findIndex((child) => child.kind === 'component');
  const own = nested < 0 ? children : children.slice(0, nested);
  return own.findLastIndex((child) => child.name !== '') + 1;
}
