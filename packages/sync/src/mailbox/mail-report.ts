import type { RunError } from '../run-report.ts';

/** What one run did to one folder; printed as it is by `atelier mail sync --json`. */
export interface FolderReport {
  readonly accountId: string;
  readonly folder: string;
  readonly commands: number;
  readonly added: number;
  /** Messages whose flags are others now. */
  readonly updated: number;
  readonly removed: number;
  readonly ms: number;
  readonly error?: RunError;
}

export interface MailRun {
  readonly accountId: string;
  /** Folders in which something was asked for. */
  readonly folders: readonly FolderReport[];
  readonly commands: number;
  /** Edits that the servers have now. */
  readonly pushed: number;
  readonly error?: RunError;
}
