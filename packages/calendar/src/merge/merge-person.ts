import { newLine } from '../edit/text/component-lines.ts';
import { type ContentLine, contentLine, lineText, parameterName } from '../text/content-line.ts';
import type { SourceLine } from '../text/source-document.ts';
import { saidParameter } from './parts/statement.ts';
import type { Side } from './parts/versions.ts';

export interface PersonInput {
  readonly was: SourceLine | null;
  readonly here: SourceLine | null;
  readonly there: SourceLine | null;
  readonly prefer: Side;
}

export interface MergedPerson {
  readonly line: SourceLine;
  readonly conflict: boolean;
}

/**
 * One ATTENDEE or ORGANIZER, parameter by parameter: the answer that somebody gave to the server stays when I change
 * their role, and so does what the server noted about its sending. Null where it is not the same person.
 */
export function mergePerson({ was, here, there, prefer }: PersonInput): MergedPerson | null {
  if (!here || !there) return null;
  if (was?.text === there.text) return { line: here, conflict: false };
  const [before, mine, theirs] = [
    was && contentLine(was.text),
    contentLine(here.text),
    contentLine(there.text),
  ];
  if (addressOf(mine) !== addressOf(theirs)) return null;
  const names = [before, mine, theirs].flatMap((line) => line?.parameters.map(parameterName) ?? []);
  let merged = theirs;
  let conflict = false;
  for (const part of new Set(names)) {
    const [old, ours, yours] = [before && partOf(before, part), partOf(mine, part), partOf(theirs, part)];
    if (ours === yours || ours === old) continue;
    conflict ||= yours !== old;
    if (yours === old || prefer === 'mine') merged = withPart(merged, mine, part);
  }
  if (merged === theirs) return { line: there, conflict };
  return { line: newLine(lineText(merged), there.raw.endsWith('\r\n') ? '\r\n' : '\n'), conflict };
}

function addressOf({ value }: ContentLine): string {
  return value.trim().toLowerCase();
}

function partOf(line: ContentLine, part: string): string | null {
  const found = line.parameters.find((parameter) => parameterName(parameter) === part);
  return found === undefined ? null : saidParameter(found);
}

function withPart(line: ContentLine, from: ContentLine, part: string): ContentLine {
  const wanted = from.parameters.filter((parameter) => parameterName(parameter) === part);
  const at = line.parameters.findIndex((parameter) => parameterName(parameter) === part);
  const others = line.parameters.filter((parameter) => parameterName(parameter) !== part);
  return { ...line, parameters: others.toSpliced(at < 0 ? others.length : at, 0, ...wanted) };
}
