/** What JSON can say. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue | undefined };

// Deeper than any form; the input comes from outside and must not exhaust the stack.
const MAX_DEPTH = 20;

/**
 * One text for a submit, to be hashed and kept with its idempotency key: the same for every way in which the same
 * answers may be written as JSON. Keys are sorted by code units (as RFC 8785 does), fields that are null or left out are
 * the same, texts are compared composed (NFC). All else counts: a changed space is another request. Put times in as
 * instants, since one instant has many spellings. Throws TypeError for what JSON cannot say.
 */
export function canonicalRequest(submit: JsonValue): string {
  return `booking/1 ${write(submit, 0)}`;
}

function write(value: JsonValue, depth: number): string {
  if (depth > MAX_DEPTH) throw new TypeError('This request is nested too deeply.');
  if (typeof value === 'string') return JSON.stringify(value.normalize('NFC'));
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new TypeError(`${value} is no JSON number.`);
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value !== 'object') throw new TypeError(`A ${typeof value} is no JSON value.`);
  if (isList(value)) return `[${value.map((item) => write(item, depth + 1)).join(',')}]`;
  return `{${fieldsOf(value, depth).join(',')}}`;
}

function isList(value: object): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function fieldsOf(fields: { readonly [key: string]: JsonValue | undefined }, depth: number): string[] {
  return Object.keys(fields)
    .sort()
    .flatMap((key) => {
      const value = fields[key];
      return value === null || value === undefined
        ? []
        : [`${JSON.stringify(key)}:${write(value, depth + 1)}`];
    });
}
