import { test } from 'vitest';
import type { Effect, EffectKind, EffectOf } from '../faults/effect.ts';
import type { SandboxOptions } from '../sandbox.ts';
import { openWorld, type World } from './world.ts';

/** How one form of a fault shows. `strike` puts it in force for every request from then on. */
export interface FaultCase<E extends Effect> {
  readonly effect: E;
  readonly options?: SandboxOptions;
  readonly shows: (world: World, strike: () => void) => Promise<void>;
}

/** At least one case for each kind of a group: a kind without one does not compile. */
export type FaultCases<K extends EffectKind> = {
  readonly [Kind in K]: readonly [FaultCase<EffectOf<Kind>>, ...FaultCase<EffectOf<Kind>>[]];
};

export function testFaults(cases: Readonly<Record<string, readonly FaultCase<Effect>[]>>): void {
  for (const { effect, options, shows } of Object.values(cases).flat()) {
    test(JSON.stringify(effect), async () => {
      await using world = await openWorld(options);
      await shows(world, () => world.always(effect));
    });
  }
}
