/** A JSON object that one side wrote and reads again; opaque to everybody in between. */
export type Opaque = { readonly [key: string]: Json };

export type Json = string | number | boolean | null | readonly Json[] | Opaque;

/** A field of what may be an object. */
export function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

/** A list in a field; empty where there is none. */
export function listOf(value: unknown, name: string): readonly unknown[] {
  const list = fieldOf(value, name);
  return Array.isArray(list) ? list : [];
}

/** A text in a field; null where there is none. */
export function textOfField(value: unknown, name: string): string | null {
  const text = fieldOf(value, name);
  return typeof text === 'string' ? text : null;
}
