import type { SeededRandom } from '@atelier/testkit/seeded-random';
import type { RemoteSide, SimulatedAccount } from './account.ts';
import type { Studio } from './studio.ts';

/** An account, and how people reach it from elsewhere. */
export interface OpenedAccount {
  readonly account: SimulatedAccount;
  /** What a studio that has the account is exposed to. */
  side(studio: Studio): RemoteSide;
}

/** Several sides at once; whose turn it is, chance says. */
export function eachSide(random: SeededRandom, sides: readonly RemoteSide[]): Omit<RemoteSide, 'hand'> {
  const [only] = sides;
  if (only !== undefined && sides.length === 1) return only;
  return {
    create: () => random.pick(sides).create(),
    act: () => random.pick(sides).act(),
    fault: () => random.pick(sides).fault(),
    race: () => random.pick(sides).race(),
    clear: async () => void (await Promise.all(sides.map((side) => side.clear()))),
  };
}
