import {
  addressOf,
  factsOf,
  PASSWORD_KINDS,
  type PasswordKind,
  PROVIDER_KINDS,
} from '@atelier/providers/kinds';
import { z } from 'zod';
import { zone } from '../../input/booking-values.ts';
import { time } from '../rest-values.ts';

const provider = z.enum(PROVIDER_KINDS);
const failure = z.object({ kind: z.string(), message: z.string(), hint: z.string().nullable() });

export const calendar = z
  .object({
    id: z.uuid(),
    name: z.string(),
    color: z.string().nullable(),
    kind: z.enum(['personal', 'group', 'mission']),
    ownerName: z.string(),
    connectionId: z.uuid().nullable(),
    provider: provider.nullable(),
    href: z.string().nullable(),
    readOnly: z.boolean(),
    enabled: z.boolean(),
    onConflict: z.enum(['remote', 'local', 'ask']),
    intervalSeconds: z.int(),
    timeZone: z.string(),
    state: z.enum(['off', 'new', 'syncing', 'ok', 'held', 'failing', 'credentials', 'gone', 'local']),
    failure: failure.nullable(),
    lastCompleteAt: time.nullable(),
    lastChangedAt: time.nullable(),
    nextSyncAt: time,
    objects: z.int(),
    pending: z.int(),
    parked: z.int(),
    held: z.int(),
    conflicts: z.int(),
    quarantined: z.int(),
    flagged: z.int(),
  })
  .meta({ id: 'Calendar' });

export const connection = z
  .object({
    id: z.uuid(),
    name: z.string(),
    kind: provider,
    serverUrl: z.string(),
    username: z.string(),
    ownerName: z.string(),
    state: z.enum(['ok', 'failing', 'credentials']),
    failure: failure.nullable(),
    retryAt: time.nullable(),
    lastPolledAt: time.nullable(),
    calendars: z.int(),
    selected: z.int(),
  })
  .meta({ id: 'Connection' });

export const connectedAccount = z.object({
  connectionId: z.uuid().nullable(),
  calendars: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      href: z.string().nullable(),
      readOnly: z.boolean(),
      color: z.string().nullable(),
      selected: z.boolean(),
    }),
  ),
});

/** What a wish needs of each kind. */
function missingOf(wish: {
  readonly kind: PasswordKind | 'own';
  readonly url?: string | undefined;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  readonly name?: string | undefined;
  readonly owner?: string | undefined;
}): readonly string[] {
  const { kind, name, owner, username, password } = wish;
  if (kind === 'own') return absent({ name, owner });
  const url = addressOf(kind, wish.url);
  return absent(factsOf(kind).signIn.username === 'none' ? { url } : { url, username, password });
}

function absent(needed: Readonly<Record<string, string | null | undefined>>): readonly string[] {
  return Object.entries(needed).flatMap(([field, value]) => (value == null ? [field] : []));
}

export const calendarWish = z
  .strictObject({
    kind: z.enum([...PASSWORD_KINDS, 'own']),
    url: z.string().trim().min(1).max(2_000).optional(),
    username: z.string().trim().min(1).max(320).optional(),
    password: z.string().min(1).max(1_000).optional(),
    name: z.string().trim().min(1).max(100).optional(),
    owner: z.email().max(254).optional().meta({ description: 'E-mail address of a person at the studio' }),
    zone: zone.optional(),
    select: z.union([z.enum(['all', 'none']), z.array(z.string().max(4_000)).max(1_000)]).default('all'),
  })
  .superRefine((wish, context) => {
    for (const field of missingOf(wish))
      context.addIssue({ code: 'custom', path: [field], message: 'This is missing.' });
  })
  .meta({ id: 'CalendarWish' });

export type CalendarWish = z.output<typeof calendarWish>;

export const calendarPatch = z
  .strictObject({
    name: z.string().trim().min(1).max(200).optional(),
    color: z
      .string()
      .regex(/^#[0-9a-fA-F]{6}$/)
      .optional(),
    enabled: z.boolean().optional(),
    intervalSeconds: z.int().min(60).max(86_400).nullable().optional(),
    onConflict: z.enum(['remote', 'local', 'ask']).optional(),
    password: z.string().min(1).max(1_000).optional(),
  })
  .refine(({ password, ...patch }) => password === undefined || Object.keys(patch).length === 0, {
    message: 'A password is given to a connection, and nothing else along with it.',
    path: ['password'],
  });
