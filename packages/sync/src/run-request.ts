import type { ConnectionRow } from '@atelier/database/account/connection-store';
import type { SourceLease } from '@atelier/database/source/source-lease';

/** Why a run takes place: its time has come, somebody of the studio asked, or a visitor wants to book. */
export type RunTrigger = 'schedule' | 'person' | 'visitor';

/** The claimed calendars of one account, to be run now. */
export interface AccountRun {
  readonly connection: ConnectionRow;
  readonly leases: readonly SourceLease[];
  readonly trigger: RunTrigger;
  /** Compares every version, not only what the server reports. */
  readonly full: boolean;
  /** Only looks: nothing is written, here or there. */
  readonly dryRun: boolean;
}
