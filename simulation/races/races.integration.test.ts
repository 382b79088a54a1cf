import { expect, it } from 'vitest';
import { CONTEST_NAMES, runRaces } from './run-races.ts';

/** `pnpm races` runs as many as anybody wants. */
const ROUNDS = 2;
const CROWD = 400;
const FEWER = 50;

it('B1 B2 B3 cases 44, 45, 51, 52, 54: of a crowd over two server processes exactly one wins', {
  timeout: 400_000,
}, async () => {
  const heats = CONTEST_NAMES.map((contest) => ({
    contest,
    crowd: contest === 'the same slot' ? CROWD : FEWER,
  }));
  const { races, broken } = await runRaces(ROUNDS, heats);
  expect(races.flatMap((race) => race.broken)).toEqual([]);
  expect(broken).toEqual([]);
  expect(races.map(({ contest, asked }) => ({ contest, asked }))).toEqual(
    heats.map(({ contest, crowd }) => ({ contest, asked: ROUNDS * crowd })),
  );
});
