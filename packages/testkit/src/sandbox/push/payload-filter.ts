/** A filter as Nextcloud’s webhooks take it: conditions on a payload, with dotted names of what is inside. */
export type PayloadFilter = { readonly [name: string]: unknown };

export function passes(filter: PayloadFilter, payload: unknown): boolean {
  return Object.entries(filter).every(([name, condition]) => {
    if (name === '$or') return all(condition).some((one) => passes(one, payload));
    if (name === '$and') return all(condition).every((one) => passes(one, payload));
    return holds(condition, valueAt(payload, name));
  });
}

const all = (condition: unknown) => condition as readonly PayloadFilter[];

function valueAt(payload: unknown, name: string): unknown {
  return name
    .split('.')
    .reduce<unknown>((value, part) => (value as Record<string, unknown> | undefined)?.[part], payload);
}

function holds(condition: unknown, value: unknown): boolean {
  if (typeof condition === 'string' && /^\/.*\/$/.test(condition))
    return new RegExp(condition.slice(1, -1)).test(String(value));
  if (typeof condition !== 'object' || condition === null) return condition === value;
  return Object.entries(condition).every(([operator, wanted]) => {
    if (operator === '$in') return (wanted as readonly unknown[]).includes(value);
    if (operator === '$e') return wanted === value;
    if (operator === '$ne') return wanted !== value;
    throw new Error(`The double knows no operator ${operator}.`);
  });
}
