/** An unfolded content line apart: what stands before the colon of its value, and the value. */
export interface ContentLine {
  /** As written: `SUMMARY`. */
  readonly name: string;
  /** As written, without the semicolons: `LANGUAGE=de`. */
  readonly parameters: readonly string[];
  readonly value: string;
}

/** The value begins behind the first colon outside quotes (RFC 5545, 3.1). */
export function contentLine(text: string): ContentLine {
  const head = /^(?:[^:"]|"[^"]*")*(?=:)/.exec(text)?.[0] ?? text.slice(0, Math.max(0, text.indexOf(':')));
  return { ...headOf(head), value: text.slice(head.length + 1) };
}

/**
 * A line of times. Outlook writes `TZID=(UTC+01:00) Berlin` without quotes, so the value begins behind the colon
 * that a date follows. Null where none does.
 */
export function timesLine(text: string): ContentLine | null {
  const head = /^(.*?):(?=\s*\d{4}[-/.]?\d\d[-/.]?\d\d)/s.exec(text)?.[1];
  return head === undefined ? null : { ...headOf(head), value: text.slice(head.length + 1) };
}

function headOf(head: string): Pick<ContentLine, 'name' | 'parameters'> {
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
