import { takeCode } from '@atelier/database/people/second-factor-store';
import { passwordHashFor } from '@atelier/database/people/user-store';
import { transact } from '@atelier/database/transaction';
import type { Actor } from '@atelier/usecases/actor';
import type { Context } from '@atelier/usecases/context';
import { OutOfReach } from '@atelier/usecases/out-of-reach';
import type { Config } from './config/config.ts';
import { readRecoveryCode } from './sign-in/factor-keys.ts';
import { createLibrary, type Library } from './sign-in/library.ts';
import { createPasskeyDoor, type PasskeyDoor } from './sign-in/passkey-door.ts';

/** Who asks, and the session that says so. */
export interface Visitor {
  readonly actor: Actor;
  readonly sessionId: string;
  readonly expiresAt: Date;
}

export interface SignIn {
  readonly email: string;
  readonly password: string;
  /** Left out: yes. */
  readonly rememberMe?: boolean | undefined;
}

export interface SecondStep {
  /** Of the authenticator app, or one of the recovery codes. */
  readonly code: string;
  readonly kind: 'app' | 'recovery';
  /** Whether this browser is asked for no code for 30 days. */
  readonly trust: boolean;
}

export interface Auth {
  /**
   * Opens a session when the password is right; the answer carries its cookie. 401: it is not. Where a second factor is
   * asked for, `twoFactorRedirect` and no session.
   */
  signIn(input: SignIn, headers: Headers): Promise<Response>;
  /** After the password, by the cookie that it has left. 401: the code is not right; 429: for a while none is. */
  secondStep(input: SecondStep, headers: Headers): Promise<Response>;
  readonly passkeys: PasskeyDoor;
  /** Ends the session of a request's cookie. */
  signOut(headers: Headers): Promise<Response>;
  /** The session behind a request's cookie, as a page may see it: `null` when there is none. */
  session(headers: Headers): Promise<Response>;
  /** The person behind a request's cookie; null when nobody is signed in. */
  visitor(headers: Headers): Promise<Visitor | null>;
}

/**
 * Sign-in by e-mail and password with a cookie session, by choice with a second factor, or by passkey; people are added
 * by an admin, never by themselves. Of the library's own routes none is mounted: what the product does not use is not
 * there.
 */
export function createAuth(
  { database, passwords, clock }: Pick<Context, 'database' | 'passwords' | 'clock'>,
  config: Config,
): Auth {
  const library = createLibrary({ database, passwords }, config);
  return {
    async signIn(body, headers) {
      const before = await passwordHashFor(database, body.email);
      const entered = await library.api.signInEmail({ body, headers, asResponse: true });
      // A password that was taken away while it was being compared opens nothing.
      if (!entered.ok || (await passwordHashFor(database, body.email)) === before) return entered;
      return takenBack(library, entered);
    },
    async secondStep({ code, kind, trust }, headers) {
      const body = { code: kind === 'app' ? code : readRecoveryCode(code), trustDevice: trust };
      const asked = { body, headers, asResponse: true } as const;
      if (kind === 'recovery') return library.api.verifyBackupCode(asked);
      const entered = await library.api.verifyTOTP(asked);
      if (!entered.ok) return entered;
      const { user } = (await entered.clone().json()) as { readonly user: { readonly id: string } };
      const now = clock();
      const first = await transact(database, (transaction) =>
        takeCode(transaction, { userId: user.id, code, now }),
      );
      return first ? entered : takenBack(library, entered);
    },
    passkeys: createPasskeyDoor(library),
    signOut: (headers) => library.api.signOut({ headers, asResponse: true }),
    session: (headers) => library.api.getSession({ headers, asResponse: true }),
    async visitor(headers) {
      const found = await library.api.getSession({ headers }).catch((cause: unknown) => {
        // The library tells no more than that it failed, and there is nothing but the database that it needs.
        throw new OutOfReach('sessions cannot be looked up', { cause });
      });
      if (!found) return null;
      const { user, session } = found;
      const actor = { userId: user.id, name: user.name, email: user.email, role: user.role as Actor['role'] };
      return { actor, sessionId: session.id, expiresAt: session.expiresAt };
    },
  };
}

/** A session that was opened and must not be: ended before anybody was told of it. */
async function takenBack(library: Library, entered: Response): Promise<Response> {
  const cookie = entered.headers.getSetCookie().map((line) => line.split(';')[0]);
  await library.api.signOut({ headers: new Headers({ cookie: cookie.join('; ') }) });
  return Response.json(null, { status: 401 });
}
