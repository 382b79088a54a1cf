import { seeSyncLogs } from '@atelier/usecases/syncing/see-sync-logs';
import { syncArtist } from '@atelier/usecases/syncing/sync-artist';
import { syncNow } from '@atelier/usecases/syncing/sync-now';
import { z } from 'zod';
import { slug } from '../../input/booking-values.ts';
import { expectDone } from '../expect-done.ts';
import { instant, time } from '../rest-values.ts';
import { route } from '../route.ts';
import { signedIn } from '../signed-in.ts';

const count = z.int().min(0);

const report = z
  .object({
    calendarId: z.uuid(),
    requests: count,
    bytesIn: count,
    pulled: z.object({ added: count, updated: count, removed: count, unchanged: count }),
    pushed: z.object({ created: count, updated: count, removed: count }),
    conflicts: count,
    repaired: count,
    held: count,
    quarantined: count,
    ms: z.number(),
    error: z.object({ kind: z.string(), message: z.string(), hint: z.string() }).optional(),
  })
  .meta({ id: 'SyncReport' });

const sync = route({
  method: 'post',
  path: '/api/v1/sync',
  summary: 'Bring calendars in step now, and wait for it',
  description:
    'One calendar, those that take an artist’s time, or all that are kept in step. One report per calendar.',
  access: 'admin',
  limit: 'admin',
  body: z
    .strictObject({
      calendarId: z.uuid().optional(),
      artist: slug.optional(),
      full: z.boolean().default(false),
    })
    .refine(({ calendarId, artist }) => calendarId === undefined || artist === undefined, {
      message: 'Name a calendar or an artist, not both.',
      path: ['artist'],
    }),
  status: 200,
  answer: z.array(report),
  refuses: ['not_found'],
  run: async ({ services, actor, body: { calendarId, artist, full } }) =>
    expectDone(
      artist === undefined
        ? await syncNow(services, signedIn(actor), { calendarId, full })
        : await syncArtist(services, signedIn(actor), { artist, full }),
    ),
});

const log = z
  .object({
    id: z.uuid(),
    calendarId: z.uuid(),
    startedAt: time,
    durationMs: count,
    trigger: z.string(),
    state: z.enum(['ok', 'failed', 'held']),
    added: count,
    updated: count,
    removed: count,
    unchanged: count,
    pushed: count,
    conflicts: count,
    repaired: count,
    quarantined: count,
    held: count,
    requests: count,
    bytesIn: count,
    errorKind: z.string().nullable(),
    error: z.string().nullable(),
  })
  .meta({ id: 'SyncLog' });

const syncLogs = route({
  method: 'get',
  path: '/api/v1/admin/sync-logs',
  summary: 'What runs have done, the latest first',
  description: 'For the next page, ask again with `after` set to `next`.',
  access: 'admin',
  limit: 'admin',
  query: z.strictObject({
    calendar: z.uuid().optional(),
    from: instant.optional(),
    state: z.enum(['ok', 'failed', 'held']).optional(),
    after: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  status: 200,
  answer: z.object({ logs: z.array(log), next: z.uuid().nullable() }),
  refuses: ['not_found'],
  async run({ services, actor, query: { state: outcome, ...query } }) {
    const { logs, next } = expectDone(await seeSyncLogs(services, signedIn(actor), { ...query, outcome }));
    return { next, logs: logs.map(({ outcome: state, ...row }) => log.parse({ ...row, state })) };
  },
});

export const syncRoutes = [sync, syncLogs];
