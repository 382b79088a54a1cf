import type { Parts } from './breakdown.ts';
import type { ServerKind } from './filled-server.ts';
import type { RawFetch } from './raw.ts';
import type { StepCost } from './step.ts';
import type { PeerTimes } from './vdirsyncer.ts';
import type { WireCost } from './wire.ts';

/** A run with what its process took from start to end: how vdirsyncer is measured. */
export type ProcessCost<Cost> = Cost & { readonly processMs: number };

export interface SyncResult {
  readonly server: ServerKind;
  readonly size: number;
  readonly raw: RawFetch;
  readonly rawQuiet: RawFetch;
  readonly first: ProcessCost<StepCost>;
  /** When all of this month's occurrences were readable, from the start of the first sync. */
  readonly monthMs: number;
  readonly quiet: ProcessCost<StepCost>;
  readonly change: ProcessCost<StepCost>;
  /** How many that is: changes by another client, and edits here. */
  readonly many: number;
  readonly changes: ProcessCost<StepCost>;
  readonly push: ProcessCost<StepCost>;
  readonly pushes: ProcessCost<StepCost>;
  readonly wire: ProcessCost<WireCost>;
  readonly parts: Parts;
  readonly vdirsyncer: PeerTimes | null;
}
