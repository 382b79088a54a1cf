import { randomUUID } from 'node:crypto';
import type { Database } from '@atelier/database/database';
import { isDisabled, passwordHashFor } from '@atelier/database/people/user-store';
import type { Actor } from '@atelier/usecases/actor';
import { OutOfReach } from '@atelier/usecases/out-of-reach';
import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import type { Config } from './config/config.ts';
import { hereOf } from './config/given-studio.ts';
import { sessionSecret } from './secret-box.ts';

/** Set by the server itself from the socket or the trusted proxies, after removing what a client may have sent. */
export const CLIENT_IP_HEADER = 'x-atelier-client-ip';

const DAY_SECONDS = 86_400;

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

export interface Auth {
  /** Opens a session when the password is right; the answer carries its cookie. 401: it is not. */
  signIn(input: SignIn, headers: Headers): Promise<Response>;
  /** Ends the session of a request's cookie. */
  signOut(headers: Headers): Promise<Response>;
  /** The session behind a request's cookie, as a page may see it: `null` when there is none. */
  session(headers: Headers): Promise<Response>;
  /** The person behind a request's cookie; null when nobody is signed in. */
  visitor(headers: Headers): Promise<Visitor | null>;
}

/**
 * Sign-in by e-mail and password with a cookie session; people are added by an admin, never by themselves. Of the
 * library's own routes none is mounted: what the product does not use is not there.
 */
export function createAuth(database: Database, config: Config): Auth {
  const auth = betterAuth({
    appName: 'Atelier',
    secret: sessionSecret(config.secrets[0]),
    basePath: '/api/auth',
    baseURL: config.publicUrl ?? hereOf(config),
    telemetry: { enabled: false },
    database: prismaAdapter(database.prisma, { provider: 'postgresql', transaction: true }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 128 },
    account: { modelName: 'credential' },
    user: {
      additionalFields: {
        role: { type: 'string', input: false },
        language: { type: 'string', required: false },
      },
    },
    session: { expiresIn: 30 * DAY_SECONDS, updateAge: DAY_SECONDS, cookieCache: { enabled: false } },
    // Counted before it is asked, by address and by account.
    rateLimit: { enabled: false },
    databaseHooks: {
      session: {
        create: {
          // As with a wrong password: nobody learns who is switched off.
          before: async ({ userId }) => ((await isDisabled(database, userId)) ? false : undefined),
        },
      },
    },
    advanced: {
      useSecureCookies: config.publicUrl?.startsWith('https:') ?? false,
      ipAddress: { ipAddressHeaders: [CLIENT_IP_HEADER] },
      database: { generateId: () => randomUUID() },
    },
    logger: { disabled: true },
  });
  return {
    async signIn(body, headers) {
      const before = await passwordHashFor(database, body.email);
      const entered = await auth.api.signInEmail({ body, headers, asResponse: true });
      // A password that was taken away while it was being compared opens nothing.
      if (!entered.ok || (await passwordHashFor(database, body.email)) === before) return entered;
      const cookie = entered.headers.getSetCookie().map((line) => line.split(';')[0]);
      await auth.api.signOut({ headers: new Headers({ cookie: cookie.join('; ') }) });
      return Response.json(null, { status: 401 });
    },
    signOut: (headers) => auth.api.signOut({ headers, asResponse: true }),
    session: (headers) => auth.api.getSession({ headers, asResponse: true }),
    async visitor(headers) {
      const found = await auth.api.getSession({ headers }).catch((cause: unknown) => {
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
