/** Addresses that are no page of the studio's app: of clients, of the API, of the machine. */
const ELSEWHERE = /^\/(?:api|trpc|feeds|book|booking|idea|embed\.js|healthz|readyz|metrics)(?:\/|$)/;

interface Asked {
  readonly method: string;
  readonly mode: string;
  readonly url: string;
}

/**
 * What the worker does about a request: a page of the app, one of its files, or nothing at all. Answers of the API are
 * never its business, so that no cache holds anything of a person.
 */
export function answeredBy(
  { method, mode, url }: Asked,
  origin: string,
  files: ReadonlySet<string>,
): 'page' | 'file' | 'network' {
  const asked = new URL(url);
  if (method !== 'GET' || asked.origin !== origin || ELSEWHERE.test(asked.pathname)) return 'network';
  if (mode === 'navigate') return 'page';
  return files.has(asked.pathname) || asked.pathname.startsWith('/assets/') ? 'file' : 'network';
}
