import { z } from 'zod';

interface Described {
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean }[];
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: object }>> }>
  >;
}

export interface OpenApi {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

/** Holds answers against the document that the server gives of itself. */
export interface ContractChecker {
  readonly document: OpenApi;
  /** `get /api/v1/artists`, of every route that was not called yet. */
  readonly untouched: ReadonlySet<string>;
  /** @throws when the document does not know this answer. */
  check(method: string, path: string, answer: Response): Promise<unknown>;
}

export async function openContract(origin: string): Promise<ContractChecker> {
  const document = (await (await fetch(`${origin}/api/v1/openapi.json`)).json()) as OpenApi;
  const untouched = new Set(
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    ),
  );
  return {
    document,
    untouched,
    async check(method, path, answer) {
      const described = document.paths[path]?.[method]?.responses[answer.status];
      const type = (answer.headers.get('content-type') ?? '').split(';')[0] ?? '';
      const schema = described?.content?.[type]?.schema;
      const text = await answer.text();
      if (!schema) throw new Error(`${method} ${path} is not to answer ${answer.status} ${type}: ${text}`);
      untouched.delete(`${method} ${path}`);
      const value: unknown = type === 'application/json' ? JSON.parse(text) : text;
      const parsed = schemaOf(document, schema).safeParse(value);
      if (!parsed.success) throw new Error(`${method} ${path}: ${z.prettifyError(parsed.error)} in ${text}`);
      return value;
    },
  };
}

function schemaOf({ components }: OpenApi, schema: object): z.ZodType {
  const text = JSON.stringify({ ...schema, $defs: components.schemas });
  return z.fromJSONSchema(JSON.parse(text.replaceAll('#/components/schemas/', '#/$defs/')));
}
