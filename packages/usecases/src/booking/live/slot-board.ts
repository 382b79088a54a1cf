import type { Change } from '@atelier/database/feed/change-feed';
import type { Timers } from '../../live/timers.ts';
import type { Outcome, Refusal } from '../../outcome.ts';
import type { OfferedSlots, SlotRequest } from '../availability/offer-slots.ts';
import { concerns } from './concerns.ts';
import { type SlotState, slotState } from './slot-days.ts';

/** Bursts are taken together: no board is computed more often than this. */
const APART_MS = 200;
/** After a failure it is tried again; until then everybody keeps what they have. */
const AGAIN_MS = 1_000;

export interface SlotBoardServices {
  readonly request: SlotRequest;
  compute(): Promise<Outcome<OfferedSlots>>;
  readonly timers: Timers;
  /** Of failures that nobody foresaw. */
  readonly report: (error: unknown) => void;
}

/**
 * The free times of one question, computed once for everybody who watches them. It is told of changes before it computes
 * first, so that nothing falls between; what comes while it computes makes it compute once more.
 */
export class SlotBoard {
  /** The newest answer; null before the first. */
  state: SlotState | null = null;
  /** Why there will be no more answers. */
  refusal: Refusal | null = null;
  readonly #services: SlotBoardServices;
  readonly #ears = new Set<() => void>();
  #sources: OfferedSlots['sources'] | null = null;
  #running = false;
  #wanted = false;
  #stop: (() => void) | null = null;
  #closed = false;

  constructor(services: SlotBoardServices) {
    this.#services = services;
    this.refresh();
  }

  /** `wake` is called after every new answer. */
  listen(wake: () => void): () => void {
    this.#ears.add(wake);
    return () => this.#ears.delete(wake);
  }

  hear(change: Change): void {
    const { request } = this.#services;
    if (this.#sources === null || concerns(change, request, this.#sources)) this.refresh();
  }

  refresh(): void {
    this.#wanted = true;
    if (!this.#running && this.#stop === null) void this.#run();
  }

  close(): void {
    this.#closed = true;
    this.#stop?.();
    this.#stop = null;
  }

  async #run(): Promise<void> {
    this.#running = true;
    this.#wanted = false;
    let pause = APART_MS;
    try {
      this.#take(await this.#services.compute());
    } catch (error) {
      // Nobody waits for it any more, and its database may have been closed under it.
      if (this.#closed) return;
      this.#services.report(error);
      this.#wanted = true;
      pause = AGAIN_MS;
    }
    this.#running = false;
    if (this.#closed) return;
    this.#stop = this.#services.timers.after(pause, () => {
      this.#stop = null;
      if (this.#wanted) void this.#run();
    });
  }

  #take(answer: Outcome<OfferedSlots>): void {
    if (answer.ok) {
      this.#sources = answer.value.sources;
      this.state = slotState(answer.value);
    } else {
      this.refusal = answer.refusal;
    }
    for (const wake of this.#ears) wake();
  }
}
