import { contentLine, parameterName } from './content-line.ts';
import { valueStart } from './value-start.ts';

/** A property apart: its parameters by name in lower case, and its one value. */
export interface Property {
  readonly parameters: ReadonlyMap<string, string>;
  readonly value: string;
}

/** Parameters longer than any that people write. */
const MAX_HEAD = 4_096;
const MAX_LENGTH = 65_536;

/** Their values are addresses, in which a backslash is one (RFC 5545, 3.3.3 and 3.3.13). */
const ADDRESSES: ReadonlySet<string> = new Set(['URL', 'ATTENDEE', 'ORGANIZER']);

/**
 * Reads one unfolded line of text or an address; null where it is no property at all. ical.js takes the second of two
 * quoted values of a parameter for the end of the name, so these lines are read here.
 */
export function readProperty(line: string): Property | null {
  const start = valueStart(line);
  if (start <= 0 || start > MAX_HEAD) return null;
  const { name, parameters, value } = contentLine(line.slice(0, MAX_LENGTH));
  if (!/^[A-Za-z0-9-]+$/.test(name)) return null;
  return {
    parameters: new Map(parameters.map((text) => [parameterName(text).toLowerCase(), parameterValue(text)])),
    value: ADDRESSES.has(name.toUpperCase()) ? value.trim() : unescaped(value),
  };
}

/** The first value of a parameter, without quotes and with RFC 6868's signs for what cannot stand in them. */
function parameterValue(text: string): string {
  const written = text.slice(text.indexOf('=') + 1);
  const [, quoted, plain = ''] = /^\s*(?:"([^"]*)"?|([^",]*))/.exec(written) ?? [];
  return (quoted ?? plain).replace(/\^([n'^])/g, (_, sign: string) =>
    sign === 'n' ? '\n' : sign === "'" ? '"' : '^',
  );
}

/** A TEXT value (RFC 5545, 3.3.11). */
function unescaped(value: string): string {
  if (!value.includes('\\')) return value;
  return value.replace(/\\([\\;,nN])/g, (_, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign));
}

/** The first value of a parameter; its name in lower case. */
export function parameter(property: Property, name: string): string | null {
  return property.parameters.get(name) ?? null;
}

export function textOf(property: Property | null): string | null {
  return property?.value ?? null;
}
