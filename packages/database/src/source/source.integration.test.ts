import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { addConnection } from '../testing/add-connection.ts';
import { createTestDatabase, type TestDatabase } from '../testing/migrated-database.ts';
import { transact } from '../transaction.ts';
import {
  claimDueSources,
  claimSources,
  dropLeases,
  holdLease,
  LEASE_MS,
  LeaseLost,
  renewLeases,
  type SourceLease,
} from './source-lease.ts';
import { sourceMetrics } from './source-metrics.ts';
import { markWatched, patchPace, requestRuns } from './source-pace.ts';
import {
  completeQuietSources,
  completeSource,
  failSource,
  postponeSources,
  restSource,
} from './source-run.ts';
import { addSyncLog, pageOfSyncLogs } from './sync-log-store.ts';

const NOW = new Date('2026-03-10T09:00:00Z');
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const BROKEN = { kind: 'timeout', message: 'It took too long.', hint: 'It is tried again.' };

let test: TestDatabase;
let feed: string;
beforeEach(async () => {
  test = await createTestDatabase();
  feed = (await test.database.prisma.source.create({ data: { kind: 'FEED', nextSyncAt: NOW } })).id;
  return () => test[Symbol.asyncDispose]();
});

const claimFeeds = (now: Date, except: readonly string[] = []) =>
  claimDueSources(test.database, { kind: 'FEED', now, token: randomUUID(), except });

async function claimed(): Promise<SourceLease> {
  const [lease] = await claimFeeds(NOW);
  if (!lease) throw new Error('it should be due');
  return lease;
}

const seen = () => test.database.prisma.source.findUniqueOrThrow({ where: { id: feed } });

describe('a source that is no calendar', () => {
  it('is leased when it is due, to one at a time, and to whoever asks for its kind', async () => {
    expect(await claimDueSources(test.database, { kind: 'CALENDAR', now: NOW, token: randomUUID() })).toEqual(
      [],
    );
    expect(await claimFeeds(later(-1))).toEqual([]);
    expect(await claimFeeds(NOW, [feed])).toEqual([]);
    expect(await claimed()).toMatchObject({ sourceId: feed });
    expect(await claimFeeds(NOW)).toEqual([]);
    expect(await claimSources(test.database, [feed], { now: NOW, token: randomUUID() })).toEqual([]);
  });

  it('waits with its account, and is claimed together with what else is due there', async () => {
    const { prisma } = test.database;
    await prisma.user.create({ data: { id: 'ann', name: 'Ann', email: 'ann@studio.test' } });
    const connectionId = await addConnection(test.database, { ownerId: 'ann', retryAt: later(60) });
    const mailbox = { kind: 'MAILBOX', connectionId, nextSyncAt: NOW } as const;
    await prisma.source.createMany({ data: [mailbox, mailbox, { ...mailbox, enabled: false }] });
    const claim = (now: Date, except: readonly string[] = []) =>
      claimDueSources(test.database, { kind: 'MAILBOX', now, token: randomUUID(), except });
    expect(await claim(NOW)).toEqual([]);
    expect(await claim(later(60), [connectionId])).toEqual([]);
    expect(await claim(later(60))).toHaveLength(2);
  });

  it('keeps its lease while it is renewed, and writes nothing once another has it', async () => {
    const lease = await claimed();
    await renewLeases(test.database, lease.token, later(40));
    expect(await claimFeeds(later(50))).toEqual([]);
    const [taken] = await claimFeeds(new Date(later(40).getTime() + LEASE_MS + 1));
    expect(taken?.sourceId).toBe(feed);
    const late = transact(test.database, (transaction) => holdLease(transaction, lease));
    await expect(late).rejects.toBeInstanceOf(LeaseLost);
    await completeQuietSources(test.database, [{ lease, nextSyncAt: later(300) }], {
      startedAt: NOW,
      at: NOW,
    });
    expect((await seen()).lastCompleteAt).toBeNull();
    await dropLeases(test.database, taken?.token ?? '');
    expect((await seen()).leaseOwner).toBeNull();
  });

  it('backs off when it fails: longer by the schedule, never longer for being asked', async () => {
    const fail = (until: Date, counts: boolean) =>
      transact(test.database, (transaction) =>
        failSource(transaction, feed, {
          ...BROKEN,
          startedAt: NOW,
          compareAll: false,
          wait: { until, counts, told: false },
        }),
      );
    expect(await fail(later(60), true)).toBe(true);
    expect(await seen()).toMatchObject({ failures: 1, failureKind: 'timeout', nextSyncAt: later(60) });
    expect(await fail(later(90), false)).toBe(false);
    expect(await seen()).toMatchObject({ failures: 1, nextSyncAt: later(60) });
    expect(await claimFeeds(later(59))).toEqual([]);
    await requestRuns(test.database, [feed], { full: true, now: later(1) });
    expect(await claimFeeds(later(2))).toHaveLength(1);
    await transact(test.database, (transaction) =>
      completeSource(transaction, feed, {
        startedAt: later(2),
        at: later(3),
        nextSyncAt: later(300),
        audited: true,
        changed: true,
      }),
    );
    expect(await seen()).toMatchObject({
      failures: 0,
      failureKind: null,
      requestedAt: null,
      fullRequested: false,
      leaseOwner: null,
      lastChangedAt: later(3),
      nextSyncAt: later(300),
    });
  });

  it('goes at its own pace, a quicker one while somebody looks, and its own time while a person has to look', async () => {
    await transact(test.database, (transaction) =>
      patchPace(transaction, feed, { intervalSeconds: 60, intervalChosen: true }, NOW),
    );
    expect(await seen()).toMatchObject({ intervalSeconds: 60, nextSyncAt: NOW });
    const lease = await claimed();
    await completeQuietSources(test.database, [{ lease, nextSyncAt: later(900) }], {
      startedAt: NOW,
      at: NOW,
    });
    await markWatched(test.database, [feed], later(5));
    expect(await seen()).toMatchObject({ watchedUntil: later(95), nextSyncAt: later(15) });
    const why = { ...BROKEN, kind: 'held' };
    await transact(test.database, (transaction) =>
      restSource(transaction, feed, { why, startedAt: NOW, nextSyncAt: later(600) }),
    );
    await markWatched(test.database, [feed], later(200));
    expect(await seen()).toMatchObject({ nextSyncAt: later(600), fullRequested: true });
  });

  it('is put off as far as the server says', async () => {
    const lease = await claimed();
    const wait = { until: later(3_600), counts: false, told: true };
    await postponeSources(test.database, [lease], { startedAt: NOW, wait });
    expect(await seen()).toMatchObject({ nextSyncAt: later(3_600), leaseOwner: null });
  });

  it('has a log and is counted', async () => {
    const run = {
      sourceId: feed,
      startedAt: NOW,
      durationMs: 5,
      trigger: 'schedule',
      outcome: 'failed',
      added: 3,
      updated: 0,
      removed: 0,
      unchanged: 0,
      pushed: 0,
      conflicts: 0,
      repaired: 0,
      quarantined: 0,
      held: 0,
      requests: 1,
      bytesIn: 10,
      errorKind: 'timeout',
      error: 'It took too long.',
    } as const;
    await addSyncLog(test.database, run);
    await addSyncLog(test.database, { ...run, startedAt: later(60), outcome: 'ok' });
    const [last, ...more] = await pageOfSyncLogs(test.database, { sourceIds: [feed], limit: 1 });
    expect([last, more]).toMatchObject([{ ...run, startedAt: later(60), outcome: 'ok' }, []]);
    const failed = await pageOfSyncLogs(test.database, { sourceIds: [feed], outcome: 'failed', limit: 9 });
    expect(failed).toMatchObject([run]);
    expect(await sourceMetrics(test.database)).toMatchObject({
      sources: [{ kind: 'feed', state: 'new', count: 1 }],
    });
  });
});
