import { expect, it } from 'vitest';
import { runRealKills } from './run-real-kills.ts';

/** `pnpm simulate:kills` strikes as often as it is told. */
const KILLS = 4;

it('S4 S2 S3: hold when processes and the database are killed at any moment', {
  timeout: 180_000,
}, async () => {
  const { broken, edits, phoneEdits } = await runRealKills({ kills: KILLS, seed: 1, waitOutLeases: false });
  expect(broken).toEqual([]);
  expect(edits.done).toBeGreaterThan(KILLS);
  expect(phoneEdits.done).toBeGreaterThan(KILLS);
});
