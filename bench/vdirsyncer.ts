import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CalDavServer } from '@atelier/testkit/caldav-server';
import { findProgram } from '@atelier/testkit/find-program';
import { CALENDAR } from './filled-server.ts';

export interface PeerTimes {
  readonly firstMs: number;
  readonly quietMs: number;
  readonly changeMs: number;
}

/** Longer than this nobody waits; the time is then a lower bound. */
const CAP_MS = 180_000;

/** vdirsyncer doing the same job into a folder of files; null when it is not installed. */
export async function benchVdirsyncer(
  server: CalDavServer,
  change: (title: string) => Promise<void>,
): Promise<PeerTimes | null> {
  const program = findProgram('vdirsyncer');
  if (!program) return null;
  const folder = await mkdtemp(join(tmpdir(), 'atelier-vdirsyncer-'));
  try {
    const config = join(folder, 'config');
    await writeFile(config, configText(server, folder));
    await timed(program, ['-c', config, 'discover', 'bench'], 'y\ny\ny\n');
    const firstMs = await timed(program, ['-c', config, 'sync']);
    const quietMs = firstMs < CAP_MS ? await timed(program, ['-c', config, 'sync']) : CAP_MS;
    await change('Changed twice');
    const changeMs = firstMs < CAP_MS ? await timed(program, ['-c', config, 'sync']) : CAP_MS;
    return { firstMs, quietMs, changeMs };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function timed(program: string, args: readonly string[], input = ''): Promise<number> {
  const began = performance.now();
  const child = spawn(program, [...args], { stdio: ['pipe', 'ignore', 'ignore'], timeout: CAP_MS });
  child.stdin.end(input);
  await once(child, 'exit');
  return performance.now() - began;
}

function configText(server: CalDavServer, folder: string): string {
  return `[general]
status_path = "${folder}/status/"
[pair bench]
a = "files"
b = "dav"
collections = ["${CALENDAR}"]
[storage files]
type = "filesystem"
path = "${folder}/files/"
fileext = ".ics"
[storage dav]
type = "caldav"
url = "${server.url}"
username = "${server.username}"
password = "${server.password}"
`;
}
