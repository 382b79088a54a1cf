import { randomUUID } from 'node:crypto';
import type { Database } from '@atelier/database/database';
import type { Actor } from '@atelier/usecases/actor';
import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import type { Config } from './config.ts';
import { hereOf } from './given-studio.ts';
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

export interface Auth {
  /** Serves everything below /api/auth. */
  readonly handler: (request: Request) => Promise<Response>;
  /** The person behind a request's cookie; null when nobody is signed in. */
  visitor(headers: Headers): Promise<Visitor | null>;
}

/** Sign-in by e-mail and password with a cookie session; people are added by an admin, never by themselves. */
export function createAuth(database: Database, config: Config): Auth {
  const auth = betterAuth({
    appName: 'Atelier',
    secret: sessionSecret(config.secrets[0]),
    basePath: '/api/auth',
    baseURL: config.publicUrl ?? hereOf(config),
    // A page may only talk to the address it came from; browsers do not let a page forge either header.
    trustedOrigins: async (request) => (request ? sameOrigin(request, config) : []),
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
    rateLimit: {
      enabled: config.rateLimits,
      storage: 'database',
      modelName: 'rateLimit',
      window: 60,
      max: 120,
      customRules: { '/sign-in/email': { window: 60, max: 8 } },
    },
    advanced: {
      useSecureCookies: config.publicUrl?.startsWith('https:') ?? false,
      ipAddress: { ipAddressHeaders: [CLIENT_IP_HEADER] },
      database: { generateId: () => randomUUID() },
    },
    logger: { disabled: true },
  });
  return {
    handler: auth.handler,
    async visitor(headers) {
      const found = await auth.api.getSession({ headers });
      if (!found) return null;
      const { user, session } = found;
      const actor = { userId: user.id, name: user.name, email: user.email, role: user.role as Actor['role'] };
      return { actor, sessionId: session.id, expiresAt: session.expiresAt };
    },
  };
}

function sameOrigin(request: Request, config: Config): string[] {
  if (config.publicUrl) return [new URL(config.publicUrl).origin];
  const host = request.headers.get('host');
  return host ? [`http://${host}`, `https://${host}`] : [];
}
