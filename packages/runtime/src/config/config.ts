import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { TOLD_SECONDS } from '@atelier/sync/schedule';
import { isSender } from '@atelier/usecases/studio/sender';
import { z } from 'zod';
import { projectRoot } from './project-root.ts';
import { type Registrations, registrationSettings, registrationsOf } from './registrations.ts';

const flag = (fallback: boolean) =>
  z
    .enum(['1', '0', 'true', 'false', 'on', 'off'])
    .default(fallback ? '1' : '0')
    .transform((value) => ['1', 'true', 'on'].includes(value));

const zone = z.string().refine(isTimeZone, 'is not an IANA time zone such as Europe/Zurich');

const environment = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4600),
  HOST: z.string().min(1).default('127.0.0.1'),
  ATELIER_PROCESSES: z.enum(['auto', '1', '2']).default('auto'),
  WORKER_PORT: z.coerce.number().int().min(0).max(65_535).default(0),
  METRICS_TOKEN: z
    .string()
    .min(16, 'must have at least 16 characters')
    .regex(/^\S+$/, 'must be one word')
    .optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgresql://')
    .optional(),
  DATABASE_DIRECT_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgresql://')
    .optional(),
  ATELIER_HOME: z.string().min(1).default('.atelier'),
  ATELIER_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  ATELIER_SECRET_PREVIOUS: z.string().default(''),
  ATELIER_BACKUP_TO: z.string().min(1).optional(),
  ATELIER_BACKUP_RECIPIENTS: z
    .string()
    .regex(/^(?:none|age1[^,\s]+(?:\s*,\s*age1[^,\s]+)*)$/, 'must be public keys of age, age1…, or none')
    .optional(),
  ATELIER_BACKUP_KEEP: z.coerce.number().int().min(1).max(1_000).default(14),
  ATELIER_URL: z.url({ protocol: /^https?$/ }).optional(),
  ATELIER_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  ATELIER_PUSH_POLL_MINUTES: z.coerce
    .number()
    .int()
    .min(5)
    .max(1_440)
    .default(TOLD_SECONDS / 60),
  ATELIER_TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  ATELIER_DEMO: flag(true),
  ATELIER_DEMO_WAITING: flag(false),
  ATELIER_ALLOW_PRIVATE_HOSTS: z.string().default(''),
  ATELIER_ADMIN_EMAIL: z.email().default('admin@atelier.local'),
  ATELIER_ADMIN_PASSWORD: z.string().min(10, 'must have at least 10 characters').max(128).optional(),
  ATELIER_RATE_LIMITS: flag(true),
  ATELIER_STUDIO_NAME: z
    .string()
    .trim()
    .min(1)
    .max(80)
    .regex(/^[^\r\n]+$/)
    .optional(),
  ATELIER_TIME_ZONE: zone.optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must begin with smtp:// or smtps://' }).optional(),
  MAIL_FROM: z
    .string()
    .min(3)
    .max(200)
    .refine(isSender, 'must be an address, or a name with one: Studio <studio@example.org>')
    .optional(),
  ATELIER_MAIL_DIRECTORY: z
    .union([z.literal('off'), z.url({ protocol: /^https?$/ })])
    .default('https://autoconfig.thunderbird.net/v1.1/'),
  ...registrationSettings,
  ATELIER_LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
});

/** Everything that can be set, checked once. Times are IANA zones, paths absolute. */
export interface Config {
  readonly production: boolean;
  readonly port: number;
  readonly host: string;
  /** 1: the server does a worker's work as well; null: `start` decides by the memory of the machine. */
  readonly processes: 1 | 2 | null;
  /** Port of the worker's health and metrics page; 0 leaves it out. */
  readonly workerPort: number;
  /** What `/metrics` of the server asks for; null: it has none. */
  readonly metricsToken: string | null;
  /** Null: the embedded PostgreSQL under `home`. */
  readonly databaseUrl: string | null;
  /** The same database without a pooler between; null: `databaseUrl` is that. */
  readonly databaseDirectUrl: string | null;
  readonly home: string;
  /** The first seals and opens, the others only open: what rotation needs. */
  readonly secrets: readonly [string, ...string[]];
  /** Where backups are laid every night; null: nowhere. */
  readonly backups: BackupSettings | null;
  /** Address that people type, when it is not the one the server listens on. */
  readonly publicUrl: string | null;
  /** Address at which providers tell of changes, when it is not the one that people type. */
  readonly hookUrl: string | null;
  /** How often what tells of its changes is asked all the same. */
  readonly toldMinutes: number;
  readonly trustedProxies: number;
  readonly demo: boolean;
  /** The demo studio is made with things in it that wait for a person. */
  readonly demoWaiting: boolean;
  readonly allowPrivateHosts: string;
  readonly adminEmail: string;
  readonly adminPassword: string | null;
  readonly rateLimits: boolean;
  /** Null, as the two below: not set; it is what the studio has told. */
  readonly studioName: string | null;
  /** IANA name. */
  readonly timeZone: string | null;
  readonly mailFrom: string | null;
  /** Of the machine, an IANA name. */
  readonly machineZone: string;
  /** Null: mail is kept and not sent. */
  readonly smtpUrl: string | null;
  readonly registrations: Registrations;
  /** Where the mail servers of many domains are listed, ending in a slash; null: nobody is asked. */
  readonly mailDirectory: URL | null;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
}

const PROCESSES = { auto: null, 1: 1, 2: 2 } as const;

export interface BackupSettings {
  /** Absolute. */
  readonly folder: string;
  /** Public keys of age; null: whoever has the file can read it. */
  readonly recipients: readonly string[] | null;
  readonly keep: number;
}

/** Says which settings are wrong and what they should be; never shows a secret's value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Reads the environment.
 * @param directory where a relative ATELIER_HOME begins.
 * @throws ConfigError naming every setting that is wrong.
 */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  directory = projectRoot,
): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('..')}: ${issue.message}`);
    throw new ConfigError(`These settings are not right:\n  ${lines.join('\n  ')}`);
  }
  const settings = parsed.data;
  const production = settings.NODE_ENV === 'production';
  if (production && !settings.ATELIER_RATE_LIMITS) {
    throw new ConfigError('ATELIER_RATE_LIMITS=off is for load tests and refused in production.');
  }
  if (settings.DATABASE_DIRECT_URL !== undefined && settings.DATABASE_URL === undefined) {
    throw new ConfigError(
      'DATABASE_DIRECT_URL is set, and DATABASE_URL is not. Without a pooler, DATABASE_URL alone is what you need.',
    );
  }
  const home = resolve(directory, settings.ATELIER_HOME);
  return {
    production,
    home,
    port: settings.PORT,
    host: settings.HOST,
    processes: PROCESSES[settings.ATELIER_PROCESSES],
    workerPort: settings.WORKER_PORT,
    metricsToken: settings.METRICS_TOKEN ?? null,
    databaseUrl: settings.DATABASE_URL ?? null,
    databaseDirectUrl: settings.DATABASE_DIRECT_URL ?? null,
    secrets: [
      ownSecret(settings.ATELIER_SECRET, production, home),
      ...previousSecrets(settings.ATELIER_SECRET_PREVIOUS),
    ],
    backups: backupsOf(settings, directory),
    publicUrl: settings.ATELIER_URL ?? null,
    hookUrl: settings.ATELIER_PUBLIC_URL ?? null,
    toldMinutes: settings.ATELIER_PUSH_POLL_MINUTES,
    trustedProxies: settings.ATELIER_TRUST_PROXY,
    demo: settings.ATELIER_DEMO,
    demoWaiting: settings.ATELIER_DEMO_WAITING,
    allowPrivateHosts: settings.ATELIER_ALLOW_PRIVATE_HOSTS,
    adminEmail: settings.ATELIER_ADMIN_EMAIL.toLowerCase(),
    adminPassword: settings.ATELIER_ADMIN_PASSWORD ?? null,
    rateLimits: settings.ATELIER_RATE_LIMITS,
    studioName: settings.ATELIER_STUDIO_NAME ?? null,
    timeZone: settings.ATELIER_TIME_ZONE ?? null,
    mailFrom: settings.MAIL_FROM ?? null,
    machineZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    smtpUrl: settings.SMTP_URL ?? null,
    registrations: registrationsOf(settings),
    mailDirectory: directoryOf(settings.ATELIER_MAIL_DIRECTORY),
    logLevel: settings.ATELIER_LOG_LEVEL,
  };
}

function directoryOf(text: string): URL | null {
  return text === 'off' ? null : new URL(text.endsWith('/') ? text : `${text}/`);
}

function backupsOf(settings: z.output<typeof environment>, directory: string): BackupSettings | null {
  const { ATELIER_BACKUP_TO: to, ATELIER_BACKUP_RECIPIENTS: keys, ATELIER_BACKUP_KEEP: keep } = settings;
  if (to === undefined) return null;
  if (keys === undefined)
    throw new ConfigError(
      'ATELIER_BACKUP_TO is set: say in ATELIER_BACKUP_RECIPIENTS whose keys open the backups (age1…), or none if whoever has a file may read it.',
    );
  const recipients = keys === 'none' ? null : keys.split(',').map((key) => key.trim());
  return { folder: resolve(directory, to), recipients, keep };
}

function previousSecrets(list: string): string[] {
  return list
    .split(',')
    .map((secret) => secret.trim())
    .filter((secret) => secret !== '');
}

/** Outside production a random secret is made once and kept in the home. */
function ownSecret(given: string | undefined, production: boolean, home: string): string {
  if (given !== undefined) return given;
  if (production) {
    throw new ConfigError(
      'ATELIER_SECRET is missing. It encrypts the passwords of connected calendars and must be your own: at least 32 random characters, for example from `openssl rand -base64 48`. Keep it; without it the passwords are lost.',
    );
  }
  const file = join(home, 'secret');
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    mkdirSync(home, { recursive: true });
    // Two processes may start at once: the first to write wins, the other reads what it wrote.
    try {
      writeFileSync(file, `${randomBytes(48).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    return readFileSync(file, 'utf8').trim();
  }
}

function isTimeZone(name: string): boolean {
  try {
    Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
