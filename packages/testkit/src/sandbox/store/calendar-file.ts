/** One line of a calendar file, unfolded. Names are upper case; the value is as it stands. */
export interface ContentLine {
  readonly name: string;
  /** Parameters by upper-case name, quotes removed. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly value: string;
}

export interface FileComponent {
  readonly name: string;
  readonly lines: readonly ContentLine[];
  readonly components: readonly FileComponent[];
}

const LINE = /^([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*):(.*)$/s;
const PARAMETER = /;([A-Za-z0-9-]+)=("[^"]*"|[^";]*)/g;

/** Reads a calendar file (RFC 5545 3.4) as a tree; null where it is none. Knows nothing of meanings. */
export function readCalendarFile(text: string): FileComponent | null {
  const open: { name: string; lines: ContentLine[]; components: FileComponent[] }[] = [];
  let root: FileComponent | null = null;
  for (const raw of text.replace(/\r?\n[ \t]/g, '').split(/\r?\n/)) {
    if (raw === '') continue;
    const line = readLine(raw);
    if (!line || (root && open.length === 0)) return null;
    if (line.name === 'BEGIN') {
      const component = { name: line.value.toUpperCase(), lines: [], components: [] };
      open.at(-1)?.components.push(component);
      root ??= component;
      open.push(component);
    } else if (line.name === 'END') {
      if (open.pop()?.name !== line.value.toUpperCase()) return null;
    } else {
      const current = open.at(-1);
      if (!current) return null;
      current.lines.push(line);
    }
  }
  return open.length === 0 && root?.name === 'VCALENDAR' ? root : null;
}

function readLine(raw: string): ContentLine | null {
  const [, name, parameters, value] = LINE.exec(raw) ?? [];
  if (name === undefined || value === undefined) return null;
  return { name: name.toUpperCase(), parameters: readParameters(parameters ?? ''), value };
}

const readParameters = (source: string): Record<string, string> =>
  Object.fromEntries(
    Array.from(source.matchAll(PARAMETER), ([, name = '', value = '']) => [
      name.toUpperCase(),
      value.replaceAll('"', ''),
    ]),
  );

export const lineOf = (component: FileComponent, name: string): ContentLine | undefined =>
  component.lines.find((line) => line.name === name);
