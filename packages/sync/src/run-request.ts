import type { CalendarLease } from '@atelier/database/calendar-lease';
import type { ConnectionRow } from '@atelier/database/connection-store';

/** The claimed calendars of one account, to be run now. */
export interface AccountRun {
  readonly connection: ConnectionRow;
  readonly leases: readonly CalendarLease[];
  readonly trigger: 'schedule' | 'person';
  /** Compares every version, not only what the server reports. */
  readonly full: boolean;
  /** Only looks: nothing is written, here or there. */
  readonly dryRun: boolean;
}
