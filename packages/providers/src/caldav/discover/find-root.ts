import { type FailureKind, ProviderFailure } from '../../port/failure.ts';
import type { DavClient } from '../wire/dav-client.ts';
import { WHAT_IS_THIS } from '../wire/request-bodies.ts';
import { whatIsThis } from './what-is-this.ts';

/** Where a DAV server answers this account, after redirects. */
export interface Root {
  readonly url: URL;
  /** Null when the server does not say who is signed in. */
  readonly principal: URL | null;
}

/** No other path on this host would fare better, or trying one would do harm. */
const FINAL: ReadonlySet<FailureKind> = new Set([
  'credentials',
  'refused-address',
  'unreachable',
  'timeout',
  'throttled',
]);

/** When no candidate is right, the failure that helps most is told. */
const TELLING: readonly FailureKind[] = [
  'cross-origin-redirect',
  'forbidden',
  'server-error',
  'malformed',
  'too-large',
  'wrong-service',
];

/**
 * The first candidate that is a DAV root and names a principal, else the first that is one at all. Each is
 * first asked without the password, which thus goes to no page that never asked for it; only where none
 * shows itself that way are they asked signed in. A 401 to the password ends everything: each further try
 * would count as guessing. Throws ProviderFailure.
 */
export async function findRoot(
  anonymous: DavClient,
  client: DavClient,
  candidates: readonly URL[],
): Promise<Root> {
  const found: Root[] = [];
  const failures: ProviderFailure[] = [];
  const shy: URL[] = [];
  const signIn = async (url: URL): Promise<Root | null> => {
    const look = async (): Promise<Root> => ({ url, principal: (await whatIsThis(client, url)).principal });
    const root = await attempt(look, failures);
    if (root !== null) found.push(root);
    return root?.principal ? root : null;
  };
  for (const candidate of candidates) {
    const url = await attempt(() => davRootAt(anonymous, candidate), failures);
    const root = url === null ? null : await signIn(url);
    if (root !== null) return root;
    if (url === null) shy.push(candidate);
  }
  for (const candidate of found.length === 0 ? shy : []) {
    const root = await signIn(candidate);
    if (root !== null) return root;
  }
  if (found[0] !== undefined) return found[0];
  throw mostTelling(failures);
}

/** Runs one try; a failure that concerns this candidate alone is put aside and gives null. */
async function attempt<T>(look: () => Promise<T>, failures: ProviderFailure[]): Promise<T | null> {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof ProviderFailure) || FINAL.has(error.kind)) throw error;
    failures.push(error);
    return null;
  }
}

/** Where, after redirects, something answers as DAV or asks to sign in. Throws ProviderFailure. */
async function davRootAt(anonymous: DavClient, url: URL): Promise<URL> {
  const answer = await anonymous.ask({ method: 'PROPFIND', url, depth: 0, body: WHAT_IS_THIS });
  if (!answer.ok && answer.status !== 401) throw answer.failure;
  // Read to its end: a page that merely calls itself 207 shows here.
  if (answer.ok) for await (const _ of answer.items);
  return answer.url;
}

function mostTelling(failures: readonly ProviderFailure[]): ProviderFailure {
  const ranked = TELLING.flatMap((kind) => failures.filter((failure) => failure.kind === kind));
  return (
    ranked[0] ??
    new ProviderFailure(
      'not-found',
      'No calendar service answers at this address.',
      'Look up the CalDAV address of the account; it often differs from that of the web page.',
    )
  );
}
