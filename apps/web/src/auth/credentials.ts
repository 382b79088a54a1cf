export type SignInRefusal =
  | { readonly reason: 'wrong' | 'unreachable' | 'failed' }
  | { readonly reason: 'limited'; readonly waitSeconds: number };

const post = (path: string, body: object) =>
  fetch(`/api/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

/** Opens a session, kept in a cookie that no script can read. Null when it worked. */
export async function signIn(email: string, password: string): Promise<SignInRefusal | null> {
  const response = await post('sign-in/email', { email, password, rememberMe: true }).catch(() => null);
  if (!response || response.status >= 502) return { reason: 'unreachable' };
  if (response.ok) return null;
  if (response.status === 429) return { reason: 'limited', waitSeconds: waitOf(response.headers) };
  return { reason: response.status === 401 ? 'wrong' : 'failed' };
}

const USUAL_WAIT_SECONDS = 60;

/** better-auth names the wait in a header of its own. */
function waitOf(headers: Headers): number {
  const seconds = Number(headers.get('x-retry-after') ?? headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds) : USUAL_WAIT_SECONDS;
}

/** Ends the session here and at the server; throws when the server was not told. */
export async function signOut(): Promise<void> {
  const response = await post('sign-out', {});
  if (!response.ok) throw new Error(`sign-out answered ${response.status}`);
}
