import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectRoot } from '@atelier/runtime/config/project-root';
import type { Given, Plan, Prepared } from './prepared.ts';
import { stopChild } from './stop-child.ts';
import type { StudioOptions } from './studio-options.ts';

export interface Preparing extends AsyncDisposable {
  /** What it needs of `start`. */
  readonly plan: Promise<Plan>;
  /** Gives it that. */
  give(given: Given): Promise<Prepared>;
}

/** It has said itself on the terminal why it ended. */
export class HasSaidWhy extends Error {
  override readonly name = 'HasSaidWhy';
}

const AGAIN_MS = 2_000;

/**
 * Has the studio prepared by a process of its own. One that stays, for the demo, is started again when it dies.
 */
export function startPreparing(options: StudioOptions): Preparing {
  let stopping = false;
  let child = run(options);
  const plan = heard<Plan>(child);
  plan.catch(() => undefined);

  function lookAfter(given: Given): void {
    child.once('exit', () => {
      if (stopping) return;
      process.stderr.write('The demo stopped unexpectedly and is started again.\n');
      setTimeout(() => {
        if (stopping) return;
        child = run(options, '--again');
        lookAfter(given);
        void heard<Plan>(child).then(
          () => child.send(given),
          () => undefined,
        );
      }, AGAIN_MS);
    });
  }

  return {
    plan,
    async give(given) {
      const answer = heard<Prepared>(child);
      child.send(given);
      const prepared = await answer;
      if (prepared.stays) lookAfter(given);
      return prepared;
    },
    [Symbol.asyncDispose]: async () => {
      stopping = true;
      await stopChild(child);
    },
  };
}

function run({ demo, dev }: StudioOptions, ...more: readonly string[]): ChildProcess {
  const file = join(projectRoot, 'apps/cli/src/start/prepare.ts');
  const args = [file, ...(demo ? [] : ['--no-demo']), ...(dev ? ['--dev'] : []), ...more];
  return spawn(process.execPath, args, {
    cwd: projectRoot,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

async function heard<Told>(child: ChildProcess): Promise<Told> {
  const quiet = new AbortController();
  const { signal } = quiet;
  const gone = once(child, 'exit', { signal }).then(() => {
    throw new HasSaidWhy();
  });
  try {
    const [told] = await Promise.race([once(child, 'message', { signal }), gone]);
    return told as Told;
  } finally {
    quiet.abort();
    gone.catch(() => undefined);
  }
}
