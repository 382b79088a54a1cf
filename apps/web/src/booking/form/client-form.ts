import type { Keep } from '../storage.ts';

/** An image that has arrived at the studio; its token goes along with the request. */
export interface SentImage {
  readonly token: string;
  readonly name: string;
  /** A small picture as a data URL; null where this browser cannot show the format. */
  readonly thumbnail: string | null;
}

/** Everything that somebody types. It is kept after every key, so that nothing is ever lost. */
export interface ClientForm {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly note: string;
  /** By question. */
  readonly answers: Readonly<Record<string, string>>;
  /** ISO 8601, in UTC. */
  readonly alternative: string | null;
  readonly images: readonly SentImage[];
}

export const EMPTY_FORM: ClientForm = {
  name: '',
  email: '',
  phone: '',
  note: '',
  answers: {},
  alternative: null,
  images: [],
};

/** What was kept, as far as it still makes sense. */
export function readForm<Form extends object>(keep: Keep, key: string, empty: Form): Form {
  const kept = keep.read(key);
  if (typeof kept !== 'object' || kept === null) return empty;
  const known = Object.entries(empty).map(([name, blank]: [string, unknown]) => {
    const value: unknown = (kept as Record<string, unknown>)[name];
    return [name, isLike(value, blank) ? value : blank];
  });
  return Object.fromEntries(known) as Form;
}

function isLike(value: unknown, blank: unknown): boolean {
  if (blank === null) return value === null || typeof value === 'string';
  if (Array.isArray(blank)) return Array.isArray(value);
  return typeof value === typeof blank && value !== null;
}
