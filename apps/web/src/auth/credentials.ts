import type { Problem } from '../api/problem.ts';

export type SignInRefusal =
  | { readonly reason: 'wrong' | 'unreachable' | 'failed' }
  | { readonly reason: 'limited'; readonly waitSeconds: number };

/** How far a right password has led. */
export type Entered = 'in' | 'second-step';

/** @param language of what a refusal says */
const post = (path: string, body: object, language?: string) =>
  fetch(`/api/auth/${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(language !== undefined && { 'accept-language': language }),
    },
    body: JSON.stringify(body),
  });

/** Opens a session, kept in a cookie that no script can read; with a second factor, a cookie that waits for the code. */
export async function signIn(email: string, password: string): Promise<Entered | SignInRefusal> {
  const response = await post('sign-in/email', { email, password, rememberMe: true }).catch(() => null);
  if (!response || response.status >= 502) return { reason: 'unreachable' };
  if (response.ok) return 'twoFactorRedirect' in ((await response.json()) as object) ? 'second-step' : 'in';
  if (response.status === 429) return { reason: 'limited', waitSeconds: waitOf(response.headers) };
  return { reason: response.status === 401 ? 'wrong' : 'failed' };
}

const USUAL_WAIT_SECONDS = 60;

/** better-auth names the wait in a header of its own. */
function waitOf(headers: Headers): number {
  const seconds = Number(headers.get('x-retry-after') ?? headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds) : USUAL_WAIT_SECONDS;
}

/** A refusal of the routes for signing in, in the reader's language; null: there was no answer to read. */
export class DoorRefusal extends Error {
  readonly status: number;
  readonly problem: Problem | null;
  constructor(status: number, problem: Problem | null) {
    super(problem?.message ?? 'no answer');
    this.status = status;
    this.problem = problem;
  }
}

/** Asks at the door. @throws DoorRefusal */
export async function askDoor(path: string, body: object, language: string): Promise<unknown> {
  const response = await post(path, body, language).catch(() => null);
  if (!response) throw new DoorRefusal(0, null);
  const answer = (await response.json().catch(() => null)) as {
    readonly error?: { readonly message: string; readonly hint?: string };
  } | null;
  if (response.ok) return answer;
  const { message, hint = null } = answer?.error ?? {};
  throw new DoorRefusal(response.status, message === undefined ? null : { message, hint });
}

/** Ends the session here and at the server; throws when the server was not told. */
export async function signOut(): Promise<void> {
  const response = await post('sign-out', {});
  if (!response.ok) throw new Error(`sign-out answered ${response.status}`);
}
