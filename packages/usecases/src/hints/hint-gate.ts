import type { ChannelBook, KnownChannel } from './known-channel.ts';
import { both, type Told } from './told.ts';

/**
 * Stands before the work that hints make, one a process. Whatever the number of hints, what a channel tells is acted on
 * at once, then once a second, then, where it does not stop, once in a quarter of a minute (P7).
 */
export interface HintGate {
  /**
   * Whose address it is. However many knock there at once, it is looked up once. Guesses are not worth more than so many
   * looks a second, all of them together; addresses that are true are looked up even then.
   */
  channelAt(token: string): Promise<KnownChannel | 'too-many' | null>;
  /** Acts now or later, on all that was told meanwhile. */
  pass(token: string, told: Told, act: (told: Told) => Promise<void>): void;
  /** What waits is acted on at once. */
  close(): Promise<void>;
}

export interface GateOptions {
  readonly book: ChannelBook;
  /** Milliseconds on a clock that never goes back. */
  readonly monotonicMs: () => number;
  readonly report: (error: unknown) => void;
}

const SECOND_MS = 1_000;
const WINDOW_MS = 60 * SECOND_MS;
const PATIENT_MS = 15 * SECOND_MS;
/** Acts within a minute after which a channel is taken for one that floods, until it has been quiet for a while. */
const FEW = 20;

export function openHintGate(options: GateOptions): HintGate {
  const { monotonicMs, report } = options;
  const channels = new Map<string, Heard>();

  async function run(heard: Heard): Promise<void> {
    const { waiting, timer } = heard;
    heard.waiting = null;
    if (timer) clearTimeout(timer);
    heard.timer = null;
    heard.acts.push(monotonicMs());
    await waiting?.act(waiting.told).catch(report);
  }

  function forgetQuiet(): void {
    for (const [token, heard] of channels) {
      if (heard.waiting === null && (heard.acts.at(-1) ?? 0) < monotonicMs() - WINDOW_MS)
        channels.delete(token);
    }
  }

  return {
    channelAt: openLooks(options, (token) => channels.get(token)?.waiting != null),
    pass(token, told, act) {
      // It holds nothing up: what is known of the channel changes with it.
      if (told.standing === 'greeted' && told.calendars?.size === 0) return void act(told).catch(report);
      const heard = channels.get(token) ?? { acts: [], floods: false, timer: null, waiting: null };
      if (!channels.has(token)) forgetQuiet();
      channels.set(token, heard);
      heard.waiting = { told: heard.waiting ? both(heard.waiting.told, told) : told, act };
      if (heard.timer) return;
      const wait = waitOf(heard, monotonicMs());
      if (wait === 0) void run(heard);
      else heard.timer = setTimeout(() => void run(heard), wait);
    },
    async close() {
      await Promise.all([...channels.values()].filter(({ waiting }) => waiting !== null).map(run));
    },
  };
}

interface Heard {
  /** When it was acted on, of the last minute. */
  acts: number[];
  floods: boolean;
  timer: NodeJS.Timeout | null;
  waiting: { readonly told: Told; readonly act: (told: Told) => Promise<void> } | null;
}

function waitOf(heard: Heard, now: number): number {
  heard.acts = heard.acts.filter((at) => at > now - WINDOW_MS);
  const last = heard.acts.at(-1);
  if (last === undefined || now - last >= PATIENT_MS) heard.floods = false;
  else heard.floods ||= heard.acts.length >= FEW;
  return last === undefined ? 0 : Math.max(0, last + (heard.floods ? PATIENT_MS : SECOND_MS) - now);
}

const LOOK_UPS_A_SECOND = 200;
/** The list of all addresses is read anew so often, while somebody guesses, for an address that is not on it. */
const NAMES_MS = SECOND_MS;

/** @param isWaiting whether something that was told there is still to be acted on; then it is known whose it is. */
function openLooks(
  { book, monotonicMs }: GateOptions,
  isWaiting: (token: string) => boolean,
): HintGate['channelAt'] {
  const looks = new Map<string, Look>();
  let counted = { since: monotonicMs(), count: 0 };
  let names: { readonly at: number; readonly known: Promise<ReadonlySet<string>> } | null = null;

  function countUp(): number {
    const now = monotonicMs();
    if (now - counted.since >= SECOND_MS) {
      counted = { since: now, count: 0 };
      for (const [token, { underWay }] of looks) if (!underWay && !isWaiting(token)) looks.delete(token);
    }
    counted.count += 1;
    return counted.count;
  }

  async function isTrue(token: string): Promise<boolean> {
    const name = book.nameOf(token);
    if ((await names?.known)?.has(name)) return true;
    const now = monotonicMs();
    if (names === null || now - names.at >= NAMES_MS) {
      names = { at: now, known: book.names() };
      names.known.catch(() => {
        names = null;
      });
    }
    return (await names.known).has(name);
  }

  function knownAt(token: string): Look | null {
    const look = looks.get(token);
    return look && (look.underWay || isWaiting(token)) ? look : null;
  }

  return async (token) => {
    const many = countUp() > LOOK_UPS_A_SECOND;
    if (many && !knownAt(token) && !(await isTrue(token))) return 'too-many';
    const look = knownAt(token) ?? { found: book.find(token), underWay: true };
    looks.set(token, look);
    return look.found.finally(() => {
      look.underWay = false;
    });
  };
}

interface Look {
  readonly found: Promise<KnownChannel | null>;
  underWay: boolean;
}
