import type { Readable, Writable } from 'node:stream';

/** Where a command was typed: what it may read, where it answers, and what it comes to. */
export interface Shell {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: Readable;
  /** One JSON document with --json, else something to read. */
  readonly stdout: Writable;
  /** Remarks, progress and logs. */
  readonly stderr: Writable & { readonly isTTY?: boolean };
  /** 0 done, 1 refused or failed, 2 wrong usage. A command that answers and yet has failed sets it itself. */
  exitCode: 0 | 1 | 2;
}
