import { rename, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface LaidMail {
  /** Of the file; the same name twice would be the same mail. */
  readonly name: string;
  readonly source: Uint8Array;
  /** When it arrived, as the server will say. */
  readonly at: Date;
  /** Below the inbox, as Maildir names folders: `.Archive`; left out: the inbox itself. */
  readonly folder?: string;
}

/** Lays a mail where the server keeps its mail (Maildir), as one that has just arrived. */
export async function layMail(maildir: string, { name, source, at, folder = '' }: LaidMail): Promise<void> {
  const home = join(maildir, folder);
  const written = join(home, 'tmp', name);
  // The server may be another user.
  await writeFile(written, source, { mode: 0o666 });
  await utimes(written, at, at);
  await rename(written, join(home, 'new', name));
}
