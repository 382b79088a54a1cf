import { timesStart, valueStart } from './value-start.ts';

/** An unfolded content line apart: what stands before the colon of its value, and the value. */
export interface ContentLine {
  /** As written: `SUMMARY`. */
  readonly name: string;
  /** As written, without the semicolons: `LANGUAGE=de`. */
  readonly parameters: readonly string[];
  readonly value: string;
}

/** Apart where the value begins (RFC 5545, 3.1). */
export function contentLine(text: string): ContentLine {
  const start = Math.max(0, valueStart(text));
  return { ...partsOf(text.slice(0, Math.max(0, start - 1))), value: text.slice(start) };
}

/** A line of times. Null where none stands in it. */
export function timesLine(text: string): ContentLine | null {
  const start = timesStart(text);
  if (!/^\s*\d{4}[-/.]?\d\d[-/.]?\d\d/.test(text.slice(start, start + 40))) return null;
  return { ...partsOf(text.slice(0, start - 1)), value: text.slice(start) };
}

export function partsOf(head: string): Pick<ContentLine, 'name' | 'parameters'> {
  const [name = '', ...parameters] = head.match(/(?:[^;"]|"[^"]*"?)+/g) ?? [];
  return { name, parameters };
}

export function lineText({ name, parameters, value }: ContentLine): string {
  return `${[name, ...parameters].join(';')}:${value}`;
}

/** In upper case: `TZID`. */
export function parameterName(parameter: string): string {
  return parameter.slice(0, Math.max(0, parameter.indexOf('='))).toUpperCase();
}

/** As written, quotes included; null where the line has none. */
export function parameterText(line: ContentLine, name: string): string | null {
  const found = line.parameters.find((parameter) => parameterName(parameter) === name);
  return found === undefined ? null : found.slice(name.length + 1);
}

export function withoutParameters(line: ContentLine, names: readonly string[]): ContentLine {
  const parameters = line.parameters.filter((parameter) => !names.includes(parameterName(parameter)));
  return { ...line, parameters };
}
