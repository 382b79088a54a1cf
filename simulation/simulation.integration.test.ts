import { createTestDatabase } from '@atelier/database/testing/migrated-database';
import { describe, expect, it } from 'vitest';
import { FAILED_ONCE, FAILED_ONCE_BOOKED, FAILED_ONCE_GRAPH, FAILED_ONCE_MIXED } from './failed-once.ts';
import { runSeed } from './run-seed.ts';

/** A taste of what `pnpm simulate` has any number of; seeds that found something once are run every time. */
const LANES = 3;
const SEEDS_A_LANE = 12;
const LANE_MS = 300_000;
const BOOKED_SEEDS = 5;
const GRAPH_SEEDS = 8;
const GOOGLE_SEEDS = 6;
const MIXED_SEEDS = 4;

const all = 'S1 S2 S3 S4 S5 S7 S8 S10 S12';

describe.concurrent('the simulation', () => {
  it.for(Array.from({ length: LANES }, (_, lane) => 1 + lane * SEEDS_A_LANE))(
    `${all}: hold when all is at rest, seeds from %i`,
    { timeout: LANE_MS },
    async (first) => {
      await using test = await createTestDatabase();
      const broken: Record<number, readonly string[]> = {};
      for (let seed = first; seed < first + SEEDS_A_LANE; seed += 1) {
        const result = await runSeed(test.database, seed);
        if (result.broken.length > 0) broken[seed] = result.broken;
      }
      expect(broken).toEqual({});
    },
  );

  it(`P3 ${all}: hold for calendars of Google too, whatever nobody knows of them`, {
    timeout: LANE_MS,
  }, async () => {
    await using test = await createTestDatabase();
    const broken: Record<number, readonly string[]> = {};
    for (let seed = 1; seed <= GOOGLE_SEEDS; seed += 1) {
      const result = await runSeed(test.database, seed, { provider: 'google' });
      if (result.broken.length > 0) broken[seed] = result.broken;
    }
    expect(broken).toEqual({});
  });

  it(`P3 ${all}: hold for calendars of Microsoft too, whatever nobody knows of them`, {
    timeout: LANE_MS,
  }, async () => {
    await using test = await createTestDatabase();
    const broken: Record<number, readonly string[]> = {};
    for (let seed = 1; seed <= GRAPH_SEEDS; seed += 1) {
      const result = await runSeed(test.database, seed, { provider: 'graph' });
      if (result.broken.length > 0) broken[seed] = result.broken;
    }
    expect(broken).toEqual({});
  });

  it.for(FAILED_ONCE)('%s', { timeout: LANE_MS }, async ([, seed]) => {
    await using test = await createTestDatabase();
    expect((await runSeed(test.database, seed)).broken).toEqual([]);
  });

  it('B1 B3 B5 B9 case 60: hold when all is at rest, with clients who book among all of it', {
    timeout: LANE_MS,
  }, async () => {
    await using test = await createTestDatabase();
    const broken: Record<number, readonly string[]> = {};
    for (let seed = 1; seed <= BOOKED_SEEDS; seed += 1) {
      const result = await runSeed(test.database, seed, { bookings: true });
      if (result.broken.length > 0) broken[seed] = result.broken;
    }
    expect(broken).toEqual({});
  });

  it.for(FAILED_ONCE_BOOKED)('%s', { timeout: LANE_MS }, async ([, seed]) => {
    await using test = await createTestDatabase();
    expect((await runSeed(test.database, seed, { bookings: true })).broken).toEqual([]);
  });

  it.for(FAILED_ONCE_GRAPH)('%s', { timeout: LANE_MS }, async ([, seed]) => {
    await using test = await createTestDatabase();
    expect((await runSeed(test.database, seed, { provider: 'graph' })).broken).toEqual([]);
  });

  it(`P1 P2 P3 ${all} B1 B3 B9: hold where CalDAV, Microsoft and Google lie side by side, and tokens make trouble`, {
    timeout: LANE_MS,
  }, async () => {
    await using test = await createTestDatabase();
    const broken: Record<number, readonly string[]> = {};
    for (let seed = 1; seed <= MIXED_SEEDS; seed += 1) {
      const result = await runSeed(test.database, seed, { provider: 'mixed', bookings: true });
      if (result.broken.length > 0) broken[seed] = result.broken;
    }
    expect(broken).toEqual({});
  });

  it.for(FAILED_ONCE_MIXED)('%s', { timeout: LANE_MS }, async ([, seed]) => {
    await using test = await createTestDatabase();
    expect((await runSeed(test.database, seed, { provider: 'mixed', bookings: true })).broken).toEqual([]);
  });
});
