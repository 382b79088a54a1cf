import type { Limited } from '@atelier/usecases/abuse/limiter';
import type { Actor } from '@atelier/usecases/actor';
import type { z } from 'zod';
import type { ApiServices } from '../trpc/trpc.ts';
import type { ErrorKind } from './rest-error.ts';

/** Who asks, and what for. */
export interface Asked<Params, Query, Body> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly services: ApiServices;
  readonly ip: string;
  /** Behind a key, or on admin routes a session; null for strangers. */
  readonly actor: Actor | null;
  /** `Idempotency-Key`. */
  readonly key: string | null;
  /** How often this address has asked for the like within its window; 0 where nothing is counted. */
  readonly used: number;
}

/** A text of the schema may be said as the time that it stands for. */
export type Said<T> = T extends string
  ? T | Date
  : T extends readonly (infer Item)[]
    ? readonly Said<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: Said<T[Key]> }
      : T;

interface RouteBase {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** As OpenAPI writes it. */
  readonly path: `/api/v1/${string}`;
  readonly summary: string;
  readonly description?: string;
  /** Public routes know no session and are for any site; admin routes need a key or a session, and are for none. */
  readonly access: 'public' | 'admin';
  readonly limit: Limited;
  readonly status: 200 | 201 | 204;
  /** Beyond those that any route may answer. */
  readonly refuses: readonly ErrorKind[];
  /** Takes the header `Idempotency-Key`. */
  readonly keyed?: true;
}

/** A route with the schemas that validate it, from which its documentation is made. */
export interface RestRoute extends RouteBase {
  readonly params: z.ZodObject | null;
  readonly query: z.ZodObject | null;
  readonly body: z.ZodObject | null;
  /** Null: none. A text has a content type of its own. */
  readonly answer: z.ZodType | null;
  readonly contentType: 'application/json' | 'text/calendar';
  run(asked: Asked<unknown, unknown, unknown>): Promise<unknown>;
}

interface Definition<
  Params extends z.ZodObject | undefined,
  Query extends z.ZodObject | undefined,
  Body extends z.ZodObject | undefined,
  Answer extends z.ZodType | undefined,
> extends RouteBase {
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly answer?: Answer;
  readonly contentType?: RestRoute['contentType'];
  run(
    asked: Asked<Read<Params>, Read<Query>, Read<Body>>,
  ): Promise<Answer extends z.ZodType ? Said<z.output<Answer>> : null>;
}

type Read<Schema> = Schema extends z.ZodType ? z.output<Schema> : null;

export function route<
  Params extends z.ZodObject | undefined = undefined,
  Query extends z.ZodObject | undefined = undefined,
  Body extends z.ZodObject | undefined = undefined,
  Answer extends z.ZodType | undefined = undefined,
>(definition: Definition<Params, Query, Body, Answer>): RestRoute {
  const { params = null, query = null, body = null, answer = null, ...base } = definition;
  // What `run` is given was read by these very schemas.
  const run = base.run as unknown as RestRoute['run'];
  return { contentType: 'application/json', ...base, params, query, body, answer, run };
}
