/** What one run did to one calendar; printed as it is by `atelier sync --json`. */
export interface RunReport {
  readonly calendarId: string;
  /** HTTP requests, those shared by the calendars of one account counted with the first. */
  readonly requests: number;
  readonly bytesIn: number;
  readonly pulled: PullCounts;
  readonly pushed: { readonly created: number; readonly updated: number; readonly removed: number };
  readonly conflicts: number;
  /** Differences that only a comparison of every version found: the server had not told of them (S12). */
  readonly repaired: number;
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
    repaired: 0,
    held: 0,
    quarantined: 0,
    ms: 0,
  };
}

/** Two runs of one calendar told as one; the later one says how it ended. */
export function joined(first: RunReport, then: RunReport): RunReport {
  return {
    ...then,
    requests: first.requests + then.requests,
    bytesIn: first.bytesIn + then.bytesIn,
    ms: first.ms + then.ms,
    conflicts: first.conflicts + then.conflicts,
    repaired: first.repaired + then.repaired,
    pulled: {
      added: first.pulled.added + then.pulled.added,
      updated: first.pulled.updated + then.pulled.updated,
      removed: first.pulled.removed + then.pulled.removed,
      unchanged: then.pulled.unchanged,
    },
    pushed: {
      created: first.pushed.created + then.pushed.created,
      updated: first.pushed.updated + then.pushed.updated,
      removed: first.pushed.removed + then.pushed.removed,
    },
  };
}
