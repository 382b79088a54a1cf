import { codedRefusal } from '@atelier/words/refusals/coded-refusal';
import { says } from '@atelier/words/sentence';
import type { Request } from 'express';
import type { z } from 'zod';
import { RestError } from './rest-error.ts';
import type { RestRoute } from './route.ts';

/** Address, query and body as the schemas of a route read them. @throws RestError naming every field that is wrong. */
export function readAsked({ params, query, body }: RestRoute, request: Request) {
  return {
    // An id that cannot be one is absent like any other.
    params: params && readParams(params, request.params),
    query: query && read(query, request.query),
    body: body && read(body, request.body ?? {}),
  };
}

function readParams(schema: z.ZodObject, value: unknown): unknown {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new RestError('not_found', codedRefusal('nothing-here'));
}

function read(schema: z.ZodObject, value: unknown): unknown {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.flatMap(problemsOf).slice(0, 20);
  const [first] = fields;
  const message = first
    ? `${first.path === '' ? '' : `${first.path}: `}${first.message}`
    : 'This is not right.';
  throw new RestError('invalid', says(message, 'Nothing was changed.'), { details: { fields } });
}

function problemsOf({ path, message, ...issue }: z.core.$ZodIssue) {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: [...path, key].join('.').slice(0, 100),
      message: 'There is no such field here.',
    }));
  return [{ path: path.join('.').slice(0, 100), message }];
}
