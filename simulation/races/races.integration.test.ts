import { expect, it } from 'vitest';
import { runRaces } from './run-races.ts';

const ROUNDS = 10;
const CROWD = 1_000;

it(`B1 B2 B3 cases 44, 45, 51, 52, 54: of ${CROWD} at once over two server processes, exactly one wins`, {
  timeout: 300_000,
}, async () => {
  const { races, broken } = await runRaces(ROUNDS, [CROWD]);
  expect(races.flatMap((race) => race.broken)).toEqual([]);
  expect(broken).toEqual([]);
  for (const { contest, asked } of races)
    expect({ contest, asked }).toEqual({ contest, asked: ROUNDS * CROWD });
});
