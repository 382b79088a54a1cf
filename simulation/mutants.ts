import { DOORS_MUTANTS } from './mutants/doors-mutants.ts';
import { FILES_MUTANTS } from './mutants/files-mutants.ts';
import { GUARD_MUTANTS } from './mutants/guard-mutants.ts';
import { KEEPING_MUTANTS } from './mutants/keeping-mutants.ts';
import { MERGE_MUTANTS } from './mutants/merge-mutants.ts';
import type { Mutant } from './mutants/mutant.ts';
import { PROVIDER_MUTANTS } from './mutants/provider-mutants.ts';
import { PULL_MUTANTS } from './mutants/pull-mutants.ts';
import { PUSH_MUTANTS } from './mutants/push-mutants.ts';
import { RETURNING_MUTANTS } from './mutants/returning-mutants.ts';
import { STUDIO_MUTANTS } from './mutants/studio-mutants.ts';

/** Every bug that `pnpm mutate` puts in, one at a time. */
export const MUTANTS: readonly Mutant[] = [
  ...PULL_MUTANTS,
  ...PUSH_MUTANTS,
  ...MERGE_MUTANTS,
  ...PROVIDER_MUTANTS,
  ...GUARD_MUTANTS,
  ...FILES_MUTANTS,
  ...DOORS_MUTANTS,
  ...KEEPING_MUTANTS,
  ...STUDIO_MUTANTS,
  ...RETURNING_MUTANTS,
];
