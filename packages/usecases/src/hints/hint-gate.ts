/**
 * Stands before the work that hints make, one a process. Whatever the number of hints, what a channel tells is acted on
 * at once, then once a second, then, where it does not stop, once in a quarter of a minute (P7).
 */
export interface HintGate {
  /** Whether what is heard now will be acted on by what has been heard already and not acted on yet. */
  isWaiting(token: string): boolean;
  /** Acts now or later; a later one stands for all that come before it. */
  pass(token: string, act: () => Promise<void>): void;
  /**
   * Whether an address may be looked up. One that was true within the last minute always may; guesses are not worth more
   * than so many a second, all of them together.
   */
  mayLookUp(token: string): boolean;
  /** What waits is acted on at once; nothing more is let in. */
  close(): Promise<void>;
}

export interface GateOptions {
  /** Milliseconds on a clock that never goes back. */
  readonly monotonicMs: () => number;
  readonly report: (error: unknown) => void;
}

const SECOND_MS = 1_000;
const WINDOW_MS = 60 * SECOND_MS;
const PATIENT_MS = 15 * SECOND_MS;
/** Acts within a minute after which a channel is taken for one that floods. */
const FEW = 20;
const LOOK_UPS_A_SECOND = 200;

interface Heard {
  /** When it was acted on, of the last minute. */
  acts: number[];
  timer: NodeJS.Timeout | null;
  waiting: (() => Promise<void>) | null;
}

export function openHintGate({ monotonicMs, report }: GateOptions): HintGate {
  const channels = new Map<string, Heard>();
  let looks = { since: monotonicMs(), count: 0 };

  async function run(heard: Heard): Promise<void> {
    const act = heard.waiting;
    heard.waiting = null;
    if (heard.timer) clearTimeout(heard.timer);
    heard.timer = null;
    heard.acts.push(monotonicMs());
    await act?.().catch(report);
  }

  function waitOf(heard: Heard): number {
    const now = monotonicMs();
    heard.acts = heard.acts.filter((at) => at > now - WINDOW_MS);
    const last = heard.acts.at(-1);
    if (last === undefined) return 0;
    return Math.max(0, last + (heard.acts.length < FEW ? SECOND_MS : PATIENT_MS) - now);
  }

  function forgetQuiet(): void {
    for (const [token, heard] of channels) {
      if (heard.waiting === null && (heard.acts.at(-1) ?? 0) < monotonicMs() - WINDOW_MS)
        channels.delete(token);
    }
  }

  return {
    isWaiting: (token) => channels.get(token)?.waiting != null,
    pass(token, act) {
      const heard = channels.get(token) ?? { acts: [], timer: null, waiting: null };
      if (!channels.has(token)) forgetQuiet();
      channels.set(token, heard);
      heard.waiting = act;
      if (heard.timer) return;
      const wait = waitOf(heard);
      if (wait === 0) void run(heard);
      else heard.timer = setTimeout(() => void run(heard), wait);
    },
    mayLookUp(token) {
      if (channels.has(token)) return true;
      const now = monotonicMs();
      if (now - looks.since >= SECOND_MS) looks = { since: now, count: 0 };
      looks.count += 1;
      return looks.count <= LOOK_UPS_A_SECOND;
    },
    async close() {
      await Promise.all([...channels.values()].filter(({ waiting }) => waiting !== null).map(run));
    },
  };
}
