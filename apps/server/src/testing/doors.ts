import { type IncomingHttpHeaders, request } from 'node:http';
import type { Door } from '@atelier/api/doors/door';
import type { Express } from 'express';

/** A route as Express holds it. */
export interface MountedRoute {
  readonly method: string;
  /** With everything that has a name filled in. */
  readonly path: string;
  /** Null: it has none, which no route may. */
  readonly door: Door | null;
}

interface Layer {
  readonly route?: {
    readonly path: string | readonly string[];
    readonly methods: Readonly<Record<string, boolean>>;
    readonly stack: readonly { readonly handle: { readonly door?: Door } }[];
  };
  readonly handle: { readonly stack?: readonly Layer[] };
}

/** Every route that the application has, however deep. For tests. */
export function mountedRoutes(app: Express): readonly MountedRoute[] {
  const layers = (app.router as unknown as { readonly stack: readonly Layer[] }).stack;
  return layers.flatMap(routesOf);
}

function routesOf({ route, handle }: Layer): readonly MountedRoute[] {
  if (!route) return (handle.stack ?? []).flatMap(routesOf);
  const door = route.stack[0]?.handle.door ?? null;
  const methods = Object.keys(route.methods).map((name) => (name === '_all' ? 'PATCH' : name.toUpperCase()));
  return [route.path]
    .flat()
    .flatMap((path) => methods.map((method) => ({ method, path: filledIn(path), door })));
}

function filledIn(path: string): string {
  return path
    .replace(':slug', 'lea')
    .replace(':calls', 'calendars.syncNow')
    .replaceAll(/\{?\*\w+\}?/g, 'x')
    .replaceAll(/:\w+/g, '00000000-0000-4000-8000-000000000000');
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Asks with the address spelt exactly so, which `fetch` would tidy; a body goes in pieces unless its length is told. */
export function askRaw(
  origin: string,
  {
    method = 'GET',
    path,
    headers = {},
    body,
    unended,
  }: {
    readonly method?: string;
    readonly path: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: Buffer;
    /** More would follow, if it were waited for. */
    readonly unended?: true;
  },
): Promise<RawAnswer> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, method, path, headers, agent: false }, async (answer) => {
      let text = '';
      for await (const chunk of answer) text += String(chunk);
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text });
      asked.destroy();
    });
    asked.on('error', reject);
    if (!unended) return asked.end(body);
    asked.flushHeaders();
    return body && asked.write(body);
  });
}
