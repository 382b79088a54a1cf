/** What an address says at one place, where it makes sense; undefined where it does not. */
export type Part<Value> = (said: unknown) => Value | undefined;

type Values<Parts extends Readonly<Record<string, Part<unknown>>>> = {
  readonly [Name in keyof Parts]?: ReturnType<Parts[Name]>;
};

/**
 * Reads of an address what its page knows. Whatever else is there, and whatever makes no sense, is dropped: addresses are
 * typed, shortened and kept for years. Every page may be the first one, so this takes no library with it.
 */
export function addressOf<Parts extends Readonly<Record<string, Part<unknown>>>>(parts: Parts) {
  return (search: Readonly<Record<string, unknown>>): Values<Parts> => {
    const read = Object.entries(parts).map(([name, part]) => [name, part(search[name])] as const);
    return Object.fromEntries(read.filter(([, value]) => value !== undefined)) as Values<Parts>;
  };
}

export function oneOf<const Value extends string>(known: readonly Value[]): Part<Value> {
  return (said) => known.find((each) => each === said);
}

/** @param most how many UTF-16 units it may have */
export function text(most: number): Part<string> {
  return (said) => (typeof said === 'string' && said.length <= most ? said : undefined);
}

export const flag: Part<boolean> = (said) => (typeof said === 'boolean' ? said : undefined);

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

export const uuid: Part<string> = (said) => (typeof said === 'string' && UUID.test(said) ? said : undefined);

/** A day of the calendar as `YYYY-MM-DD`. */
export const day: Part<string> = (said) => {
  if (typeof said !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(said)) return undefined;
  // A day that is not there, as 30 February, would be moved to one that is.
  const at = new Date(`${said}T00:00:00Z`);
  return !Number.isNaN(+at) && at.toISOString().startsWith(said) ? said : undefined;
};
