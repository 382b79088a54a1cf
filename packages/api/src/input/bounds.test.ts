import { EARLIEST_INSTANT, LATEST_INSTANT } from '@atelier/calendar/time/instant-range';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { REST_ROUTES } from '../rest/rest-routes.ts';
import { appRouter } from '../trpc/app-router.ts';

interface Check {
  readonly _zod: {
    readonly def: { readonly check: string; readonly value?: unknown; readonly pattern?: RegExp };
  };
}

/** As zod describes itself. */
interface Described {
  readonly type: string;
  readonly checks?: readonly Check[];
  readonly format?: string;
  readonly pattern?: RegExp;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly in?: z.ZodType;
  readonly keyType?: z.ZodType;
  readonly valueType?: z.ZodType;
}

/** Read in words of its own, with the path of every problem. */
const BY_ITS_USE_CASE = ['artists.setHours.hours'];
const FIXED_FORMS = ['uuid', 'date', 'datetime'];

/** Every place of an input that takes in more than it says. */
function unbounded(schema: z.ZodType, path: string): string[] {
  const def = schema._zod.def as unknown as Described;
  const checks = (def.checks ?? []).map(({ _zod }) => _zod.def);
  const has = (name: string) => checks.some(({ check }) => check === name);
  const inner = (part: z.ZodType | undefined, name: string) =>
    part ? unbounded(part, `${path}${name}`) : [];
  switch (def.type) {
    case 'string': {
      const patterns = [def.pattern, ...checks.map(({ pattern }) => pattern)].filter(
        (one) => one !== undefined,
      );
      const fixed = patterns.some(({ source }) => !/[*+]|\{\d+,\}/.test(source));
      return has('max_length') || fixed || FIXED_FORMS.includes(def.format ?? '') ? [] : [path];
    }
    case 'number':
      return has('less_than') && has('greater_than') ? [] : [path];
    case 'date': {
      const values = checks.map(({ value }) => Number(value));
      return values.includes(Number(EARLIEST_INSTANT)) && values.includes(Number(LATEST_INSTANT))
        ? []
        : [path];
    }
    case 'array':
      return [...(has('max_length') ? [] : [path]), ...inner(def.element, '[]')];
    case 'object':
      return Object.entries(def.shape ?? {}).flatMap(([name, part]) => inner(part, `.${name}`));
    case 'record':
      return [...inner(def.keyType, '{}'), ...inner(def.valueType, '{}')];
    case 'union':
      return (def.options ?? []).flatMap((option) => inner(option, ''));
    case 'optional':
    case 'nullable':
    case 'default':
      return inner(def.innerType, '');
    case 'pipe':
      return inner(def.in, '');
    case 'enum':
    case 'literal':
    case 'boolean':
      return [];
    default:
      return [path];
  }
}

test('B10 every input of every procedure says how much it takes in', () => {
  const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>);
  expect(procedures.length).toBeGreaterThan(70);
  const open = procedures.flatMap(([name, { _def }]) =>
    _def.inputs.flatMap((input) => unbounded(input, name)),
  );
  expect(open.filter((path) => !BY_ITS_USE_CASE.includes(path))).toEqual([]);
});

interface Procedure {
  readonly _def: { readonly inputs: readonly z.ZodType[] };
}

test('B10 and so does every route of REST', () => {
  const open = REST_ROUTES.flatMap(({ method, path, params, query, body }) =>
    [params, query, body].flatMap((part) => (part ? unbounded(part, `${method} ${path}`) : [])),
  );
  expect(open).toEqual([]);
});
