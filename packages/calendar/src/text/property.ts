import ICAL from 'ical.js';

/** A property as jCal (RFC 7265) has it. */
export interface Property {
  readonly parameters: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly values: readonly unknown[];
}

// Parameters longer than any that people write: ical.js takes its time over each.
const MAX_HEAD = 4_096;
const MAX_LENGTH = 65_536;

/** Reads one unfolded line of text, an address or a number; null where it is no property at all. */
export function readProperty(line: string): Property | null {
  if (!hasShortHead(line)) return null;
  try {
    const [, parameters, , ...values] = ICAL.parse.property(line.slice(0, MAX_LENGTH)) as [
      string,
      Property['parameters'],
      string,
      ...unknown[],
    ];
    return { parameters, values };
  } catch {
    return null;
  }
}

/** Whether the value begins, behind the first colon outside quotes, where it should. */
function hasShortHead(line: string): boolean {
  let quoted = false;
  for (let index = 0; index < Math.min(line.length, MAX_HEAD); index++) {
    const character = line.charCodeAt(index);
    if (character === 58 && !quoted) return true;
    if (character === 34) quoted = !quoted;
  }
  return false;
}

/** The name of a line's property, in upper case. */
export function propertyName(line: string): string {
  return (/^[^:;]*/.exec(line)?.[0] ?? '').toUpperCase();
}

/** The first value of a parameter; its name in lower case. */
export function parameter(property: Property, name: string): string | null {
  const value = property.parameters[name];
  return typeof value === 'string' ? value : (value?.[0] ?? null);
}

export function textOf(property: Property | null): string | null {
  const value = property?.values[0];
  return typeof value === 'string' ? value : null;
}
