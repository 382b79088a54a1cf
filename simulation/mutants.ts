import { GUARD_MUTANTS } from './mutants/guard-mutants.ts';
import { MERGE_MUTANTS } from './mutants/merge-mutants.ts';
import type { Mutant } from './mutants/mutant.ts';
import { PROVIDER_MUTANTS } from './mutants/provider-mutants.ts';
import { PULL_MUTANTS } from './mutants/pull-mutants.ts';
import { PUSH_MUTANTS } from './mutants/push-mutants.ts';

/** Every bug that `pnpm mutate` puts in, one at a time. */
export const MUTANTS: readonly Mutant[] = [
  ...PULL_MUTANTS,
  ...PUSH_MUTANTS,
  ...MERGE_MUTANTS,
  ...PROVIDER_MUTANTS,
  ...GUARD_MUTANTS,
];
