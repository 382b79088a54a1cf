import type { Bytes } from './bytes.ts';
import type * as enums from './generated/enums.ts';

type Enums = { [Name in keyof typeof enums]: (typeof enums)[Name][keyof (typeof enums)[Name]] };

/** What PostgreSQL names a type, and what it is here. Enumerations have the names of the schema. */
interface Scalars extends Enums {
  bool: boolean;
  bytea: Bytes;
  /** `YYYY-MM-DD`. */
  date: string;
  float8: number;
  int4: number;
  /** Counters far below 2^53. */
  int8: number;
  json: unknown;
  jsonb: unknown;
  text: string;
  timestamptz: Date;
  uuid: string;
  void: '';
}

type Scalar = keyof Scalars & string;
type Plain = Scalar | `${Scalar}[]` | `${Scalar}?[]`;

/** `?` may be null. `!` never is, although its column may be: the statement sees to that. `text?[]` has nulls in it. */
type Marked = Plain | `${Plain}?` | `${Plain}!`;
export type Type = Marked | Known<unknown>;
export type Types = Readonly<Record<string, Type>>;

interface Known<Shape> {
  readonly type: Marked;
  readonly shape?: Shape;
}

type Value<T> =
  T extends Known<infer Shape>
    ? Shape
    : T extends `${infer Inner}?`
      ? Value<Inner> | null
      : T extends `${infer Inner}!`
        ? Value<Inner>
        : T extends `${infer Inner}[]`
          ? readonly Value<Inner>[]
          : T extends Scalar
            ? Scalars[T]
            : never;

export type Values<T extends Types> = { readonly [Name in keyof T]: Value<T[Name]> };

/** SQL with the types of what goes in and comes out; a test compares them with the migrated schema. */
export interface Statement<Params extends Types = Types, Row extends Types = Types> {
  readonly text: string;
  readonly params: Params;
  readonly row: Row;
}

export type RowOf<S extends Statement> = Values<S['row']>;
export type ParamsOf<S extends Statement> = Values<S['params']>;

const made = new WeakSet<object>();

/**
 * A statement with named parameters: `$since` stands for the one of that name. Statements are made in files `*.sql.ts`
 * and nowhere else, so that the test finds them all.
 */
export function statement<const Params extends Types, const Row extends Types>({
  text,
  params,
  row,
}: {
  readonly text: string;
  readonly params: Params;
  readonly row: Row;
}): Statement<Params, Row> {
  const places = new Map(Object.keys(params).map((name, n) => [name, `$${n + 1}`]));
  const numbered = text.replace(/\$([a-z]\w*)/gi, (_, name: string) => {
    const place = places.get(name);
    if (place === undefined) throw new Error(`$${name} is no parameter of: ${text}`);
    return place;
  });
  const result = Object.freeze({ text: numbered, params, row });
  made.add(result);
  return result;
}

export function isStatement(value: unknown): value is Statement {
  return typeof value === 'object' && value !== null && made.has(value);
}

/** What only we write, and so know more of than the schema does: the shape of JSON, the words that a text can be. */
export function known<Shape>(type: Marked): Known<Shape> {
  return { type };
}

/** The name of a type without its marks. */
export function plainType(type: Type): string {
  return (typeof type === 'string' ? type : type.type).replaceAll(/[?!]/g, '');
}

/** In the order of the places, as the driver takes them. */
export function inOrder<Params extends Types>(
  { params }: Statement<Params>,
  values: Values<Params>,
): unknown[] {
  return Object.entries(params).map(([name, type]) => asWritten(plainType(type), values[name]));
}

/** The driver would write an array as PostgreSQL's, and not as JSON. */
function asWritten(type: string, value: unknown): unknown {
  if (value === null) return null;
  if (type === 'jsonb' || type === 'json') return asJson(value);
  if (type === 'jsonb[]' && Array.isArray(value)) {
    return value.map((item: unknown) => (item === null ? null : asJson(item)));
  }
  return value;
}

/** PostgreSQL takes neither NUL nor half a surrogate pair in JSON. */
function asJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'string' ? inner.toWellFormed().replaceAll('\0', '') : inner,
  );
}
