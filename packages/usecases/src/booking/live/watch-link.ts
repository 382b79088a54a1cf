import type { Change } from '@atelier/database/feed/change-feed';
import type { ChangeHub } from '@atelier/database/feed/change-hub';
import type { Outcome } from '../../outcome.ts';

export interface WatchedLink<View> {
  readonly hub: Pick<ChangeHub, 'subscribe'>;
  /** What the link shows now. */
  readonly see: () => Promise<Outcome<View>>;
  /** Whether a change may have altered it. */
  readonly concerns: (change: Change) => boolean;
}

/**
 * What a link shows, and again whenever that has changed, as long as `signal` lasts (I6). Listens before it looks first,
 * so that nothing falls between; what comes while it looks makes it look once more. Ends with a refusal when the link
 * opens nothing (any more).
 */
export async function* watchLink<View>(
  { hub, see, concerns }: WatchedLink<View>,
  signal: AbortSignal,
): AsyncGenerator<Outcome<View>> {
  let due = true;
  let wake = () => {};
  const stir = () => {
    due = true;
    wake();
  };
  const quiet = hub.subscribe((event) => {
    if (event.type === 'reset' || (event.type === 'change' && concerns(event.change))) stir();
  });
  signal.addEventListener('abort', stir);
  let told: string | null = null;
  try {
    while (!signal.aborted) {
      if (!due)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      if (signal.aborted) return;
      due = false;
      const seen = await see();
      const text = JSON.stringify(seen);
      if (text !== told) yield seen;
      if (!seen.ok) return;
      told = text;
    }
  } finally {
    quiet();
    signal.removeEventListener('abort', stir);
  }
}
