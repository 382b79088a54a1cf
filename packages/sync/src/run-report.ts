/** What one run did to one calendar; printed as it is by `atelier sync --json`. */
export interface RunReport {
  readonly calendarId: string;
  /** HTTP requests, those shared by the calendars of one account counted with the first. */
  readonly requests: number;
  readonly bytesIn: number;
  readonly pulled: PullCounts;
  readonly pushed: { readonly created: number; readonly updated: number; readonly removed: number };
  readonly conflicts: number;
  /** Removals that wait for a person. */
  readonly held: number;
  /** Objects that cannot be read, kept aside with their reason. */
  readonly quarantined: number;
  readonly ms: number;
  readonly error?: RunError;
}

export interface PullCounts {
  readonly added: number;
  readonly updated: number;
  readonly removed: number;
  readonly unchanged: number;
}

export interface RunError {
  readonly kind: string;
  readonly message: string;
  readonly hint: string;
}

export function emptyReport(calendarId: string): RunReport {
  return {
    calendarId,
    requests: 0,
    bytesIn: 0,
    pulled: { added: 0, updated: 0, removed: 0, unchanged: 0 },
    pushed: { created: 0, updated: 0, removed: 0 },
    conflicts: 0,
    held: 0,
    quarantined: 0,
    ms: 0,
  };
}
