import { z } from 'zod';
import { ERROR_STATUS, type ErrorKind, errorAnswer } from './rest-error.ts';
import { REST_ROUTES } from './rest-routes.ts';
import type { RestRoute } from './route.ts';

type Json = { [key: string]: unknown };

/** The OpenAPI 3.1 document, from the schemas that validate. */
export function openApiDocument(): Json {
  const components: Json = {};
  const paths: Record<string, Json> = {};
  for (const route of REST_ROUTES) {
    const path = (paths[route.path] ??= {});
    path[route.method] = operation(route, components);
  }
  schemaOf(errorAnswer, 'output', components);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Atelier',
      version: '1',
      description:
        'Free times and bookings for other sites and for scripts. Times are ISO 8601 with an offset. Public routes are for any site, without credentials; admin routes need a key or a session.',
    },
    paths,
    components: {
      schemas: components,
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'Made by `atelier api-key create`.' },
        session: { type: 'apiKey', in: 'cookie', name: 'better-auth.session_token' },
      },
    },
  };
}

function operation(route: RestRoute, components: Json): Json {
  const { method, path, summary, description, access, body } = route;
  return {
    operationId: operationId(method, path),
    summary,
    ...(description && { description }),
    tags: [access],
    ...(access === 'admin' && { security: [{ key: [] }, { session: [] }] }),
    parameters: [
      ...parameters(route.params, 'path', components),
      ...parameters(route.query, 'query', components),
      ...(route.keyed ? [IDEMPOTENCY_KEY] : []),
    ],
    ...(body && {
      requestBody: {
        required: !body.safeParse({}).success,
        content: { 'application/json': { schema: schemaOf(body, 'input', components) } },
      },
    }),
    responses: { ...success(route, components), ...errors(route) },
  };
}

function operationId(method: string, path: string): string {
  const words = path.replace('/api/v1', '').match(/[a-z]+/gi) ?? [];
  return [method, ...words.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join('');
}

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'A random value of your own, 1 to 200 visible characters; kept for 7 days.',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
};

function parameters(schema: z.ZodObject | null, place: 'path' | 'query', components: Json): Json[] {
  return Object.entries(schema?.shape ?? {}).map(([name, value]) => ({
    name,
    in: place,
    required: place === 'path' || !(value as z.ZodType).safeParse(undefined).success,
    schema: schemaOf(value as z.ZodType, 'input', components),
  }));
}

const COUNT_HEADERS = Object.fromEntries(
  ['RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'].map((name) => [
    name,
    { schema: { type: 'integer' } },
  ]),
);

function success({ status, answer, contentType, summary }: RestRoute, components: Json): Json {
  const content = answer && {
    content: { [contentType]: { schema: schemaOf(answer, 'output', components) } },
  };
  return { [status]: { description: summary, headers: COUNT_HEADERS, ...content } };
}

/** What a route may be answered instead, by status. */
function errors(route: RestRoute): Json {
  const kinds = new Set<ErrorKind>([...route.refuses, 'too_many', 'internal', 'unavailable', 'malformed']);
  if (route.query || route.body) kinds.add('invalid');
  if (route.params) kinds.add('not_found');
  if (route.body) for (const kind of ['too_large', 'unsupported_type'] as const) kinds.add(kind);
  if (route.access === 'admin') for (const kind of ['unauthorized', 'forbidden'] as const) kinds.add(kind);
  kinds.add('unauthorized');
  const byStatus = Map.groupBy([...kinds].sort(), (kind) => ERROR_STATUS[kind]);
  return Object.fromEntries(
    [...byStatus].map(([status, list]) => [
      status,
      {
        description: list.join(', '),
        headers: {
          ...COUNT_HEADERS,
          ...(status === 429 && { 'Retry-After': { schema: { type: 'integer' } } }),
        },
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
      },
    ]),
  );
}

/** JSON Schema with every part that has a name moved to the components. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output', components: Json): unknown {
  const written = z.toJSONSchema(schema, { io, target: 'draft-2020-12' }) as Json;
  const text = JSON.stringify(written).replaceAll('"#/$defs/', '"#/components/schemas/');
  const { $schema: _, $defs, id, ...rest } = JSON.parse(text) as Json;
  for (const [name, part] of Object.entries(($defs ?? {}) as Json))
    components[name] = withoutId(part as Json);
  if (typeof id !== 'string') return rest;
  components[id] = rest;
  return { $ref: `#/components/schemas/${id}` };
}

function withoutId({ id: _, ...part }: Json): Json {
  return part;
}
