import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CalDavServer } from '@atelier/testkit/caldav-server';
import { findProgram } from '@atelier/testkit/find-program';
import { CALENDAR } from './filled-server.ts';

/** One run of the whole program. After `capped` it took at least so long; after `failed` the time says nothing. */
export interface PeerStep {
  readonly ms: number;
  readonly outcome: 'done' | 'capped' | 'failed';
}

export interface PeerTimes {
  readonly first: PeerStep;
  /** Null when the first sync did not finish. */
  readonly quiet: PeerStep | null;
  readonly change: PeerStep | null;
  readonly changes: PeerStep | null;
  /** Edits of its own files, brought to the server. */
  readonly pushes: PeerStep | null;
}

type Change = (title: string) => Promise<void>;

/** Longer than this nobody waits. */
const CAP_MS = 180_000;

/** vdirsyncer doing the same job into a folder of files; null when it is not installed. */
export async function benchVdirsyncer(
  server: CalDavServer,
  size: number,
  change: { readonly one: Change; readonly many: Change },
  pushed: number,
): Promise<PeerTimes | null> {
  const program = findProgram('vdirsyncer');
  if (!program) return null;
  const folder = await mkdtemp(join(tmpdir(), 'atelier-vdirsyncer-'));
  try {
    const config = join(folder, 'config');
    await writeFile(config, configText(server, folder));
    await timed(program, ['-c', config, 'discover', 'bench'], 'y\ny\ny\n');
    const sync = () => timed(program, ['-c', config, 'sync']);
    const first = await sync();
    if (first.outcome !== 'done') return onlyFirst(first);
    const files = await readdir(join(folder, 'files', CALENDAR));
    if (files.length !== size) return onlyFirst({ ...first, outcome: 'failed' });
    const quiet = await sync();
    await change.one('Changed twice');
    const changed = await sync();
    await change.many('Changed many more');
    const changes = await sync();
    await editFiles(join(folder, 'files', CALENDAR), files.toSorted().slice(0, pushed));
    return { first, quiet, change: changed, changes, pushes: await sync() };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function onlyFirst(first: PeerStep): PeerTimes {
  return { first, quiet: null, change: null, changes: null, pushes: null };
}

async function editFiles(folder: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const file = join(folder, name);
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replaceAll(/SUMMARY:[^\r\n]*/g, `SUMMARY:Edited ${name}`));
  }
}

async function timed(program: string, args: readonly string[], input = ''): Promise<PeerStep> {
  const began = performance.now();
  const child = spawn(program, [...args], { stdio: ['pipe', 'ignore', 'ignore'], timeout: CAP_MS });
  child.stdin.end(input);
  const [code] = (await once(child, 'exit')) as [number | null];
  const ms = performance.now() - began;
  return { ms, outcome: code === 0 ? 'done' : ms >= CAP_MS ? 'capped' : 'failed' };
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
