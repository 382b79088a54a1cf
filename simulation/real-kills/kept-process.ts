import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { projectRoot } from './project.ts';

const START_AGAIN_MS = 300;
/** Less than a process gives itself (`LONGEST_STOP_MS`). */
const PATIENCE_MS = 50_000;
const LONGEST_START_MS = 60_000;

export interface ProcessOptions {
  readonly name: string;
  /** What `node` is given. */
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/** A server or worker process that is started again whenever it ends, as an operator's supervisor does. */
export class KeptProcess implements AsyncDisposable {
  /** Ends that nobody asked for, of processes that had said that they were ready; with their last words. */
  readonly diedAlone: string[] = [];
  readonly #options: ProcessOptions;
  #child: ChildProcess;
  #ready = Promise.withResolvers<void>();
  #wanted = true;
  #words = '';

  get name(): string {
    return this.#options.name;
  }

  /** The last ones of the process of now. */
  get words(): string {
    return this.#words;
  }

  constructor(options: ProcessOptions) {
    this.#options = options;
    this.#child = this.#launch();
  }

  /**
   * Resolves when the process of now, or the next one that gets so far, says that it is ready.
   * Rejects with its last words when none does.
   */
  async ready(): Promise<void> {
    const clock = new AbortController();
    const late = delay(LONGEST_START_MS, 'late' as const, { signal: clock.signal });
    late.catch(() => undefined);
    const outcome = await Promise.race([this.#ready.promise, late]);
    clock.abort();
    if (outcome === 'late') throw new Error(`${this.#options.name} does not start: ${this.#words}`);
  }

  /** Resolves when it is dead; the next one is then on its way. */
  async kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    await this.ready();
    this.#wanted = false;
    await this.#end(signal);
    this.#wanted = true;
    this.#child = this.#launch();
  }

  /** Ends it as an operator does, for good. Gives the exit code; null when it had to be killed. */
  async stop(): Promise<number | null> {
    this.#wanted = false;
    await this.#end('SIGTERM');
    return this.#child.exitCode;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }

  #launch(): ChildProcess {
    const ready = Promise.withResolvers<void>();
    this.#ready = ready;
    this.#words = '';
    const { args, env } = this.#options;
    const child = spawn(process.execPath, [...args], {
      cwd: projectRoot,
      env,
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let wasReady = false;
    child.once('message', () => {
      wasReady = true;
      ready.resolve();
    });
    child.stderr?.on('data', (piece: Buffer) => {
      this.#words = (this.#words + piece).slice(-3_000);
    });
    child.once('exit', (code, signal) => {
      if (!this.#wanted || this.#child !== child) return;
      if (wasReady) this.diedAlone.push(`${this.#options.name} (${code ?? signal}): ${this.#words}`);
      void this.#again(child, ready);
    });
    return child;
  }

  /** Whoever waits for the one that ended waits for the next. */
  async #again(dead: ChildProcess, waited: PromiseWithResolvers<void>): Promise<void> {
    await delay(START_AGAIN_MS);
    if (!this.#wanted || this.#child !== dead) return;
    this.#child = this.#launch();
    void this.#ready.promise.then(waited.resolve);
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#child;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    const impatience = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
    await gone;
    clearTimeout(impatience);
  }
}
