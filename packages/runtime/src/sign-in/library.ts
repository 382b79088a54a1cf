import { randomUUID } from 'node:crypto';
import { isDisabled } from '@atelier/database/people/user-store';
import type { Context } from '@atelier/usecases/context';
import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { APIError } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins';
import type { Config } from '../config/config.ts';
import { hereOf } from '../config/given-studio.ts';
import { libraryKeys } from './factor-keys.ts';

/** Set by the server itself from the socket or the trusted proxies, after removing what a client may have sent. */
export const CLIENT_IP_HEADER = 'x-atelier-client-ip';

const DAY_SECONDS = 86_400;
/** Wrong codes in a row, over all tries at signing in, after which none counts for an hour. */
const MOST_WRONG_CODES = 10;
const LOCKED_SECONDS = 3_600;

export type Library = ReturnType<typeof createLibrary>;

/** The auth library as the product uses it; of its own routes none is mounted. */
export function createLibrary(
  { database, passwords }: Pick<Context, 'database' | 'passwords'>,
  config: Config,
) {
  const origin = config.publicUrl ?? hereOf(config);
  return betterAuth({
    appName: 'Atelier',
    secrets: libraryKeys(config.secrets),
    basePath: '/api/auth',
    baseURL: origin,
    telemetry: { enabled: false },
    database: prismaAdapter(database.prisma, { provider: 'postgresql', transaction: true }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 10,
      maxPasswordLength: 128,
      password: {
        hash: (password) => passwords.hash(password),
        verify: ({ hash, password }) => passwords.verify(hash, password),
      },
    },
    account: { modelName: 'credential' },
    user: {
      additionalFields: {
        role: { type: 'string', input: false },
        language: { type: 'string', required: false },
      },
    },
    // A passkey is added by whoever knows the password, however long they have been here.
    session: {
      expiresIn: 30 * DAY_SECONDS,
      updateAge: DAY_SECONDS,
      freshAge: 0,
      cookieCache: { enabled: false },
    },
    // Counted before it is asked, by address and by account.
    rateLimit: { enabled: false },
    plugins: [
      twoFactor({
        schema: { twoFactor: { modelName: 'secondFactor' } },
        accountLockout: { maxFailedAttempts: MOST_WRONG_CODES, durationSeconds: LOCKED_SECONDS },
      }),
      passkey({
        rpName: 'Atelier',
        rpID: new URL(origin).hostname,
        origin: new URL(origin).origin,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        registration: {
          afterVerification: ({ verification }) => {
            if (verification.registrationInfo?.userVerified !== true) throw unverified();
          },
        },
        authentication: {
          // It stands for password and second factor together, so whoever holds the device has to be its owner.
          afterVerification: ({ verification }) => {
            if (!verification.authenticationInfo.userVerified) throw unverified();
          },
        },
      }),
    ],
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
}

function unverified(): APIError {
  return new APIError('UNAUTHORIZED', { message: 'the device has not asked who holds it' });
}
