import type { CalDavCursor } from './cursor.ts';
import { goesAhead, isAnotherLine, wentBackwards } from './token-counter.ts';

export interface TokenStory {
  readonly cursor: Pick<Extract<CalDavCursor, { phase: 'done' }>, 'apart'>;
  /** That the delta came for, and that it gave. */
  readonly sent: string;
  readonly received: string;
  /** The version that the account's list told before; null when it tells none. */
  readonly listed: string | null;
  /** Something was written here since the list was read, so that the two may differ. */
  readonly wrote: boolean;
}

/**
 * Whether the token still stands for the history that it came from (S4). `broken`: the server has gone back, by a
 * backup or by a calendar made again at the same address, and takes the token of the other history for its own.
 * `doubtful`: what it says does not fit together; a list of all versions settles it for one request.
 */
export type TokenVerdict = 'kept' | 'doubtful' | 'broken';

export function judgeToken({ cursor, sent, received, listed, wrote }: TokenStory): TokenVerdict {
  if (wentBackwards(sent, received) || isAnotherLine(sent, received)) return 'broken';
  // sabre/dav echoes a token of the future for ever; only the list says where the calendar really is.
  if (listed !== null && wentBackwards(sent, listed)) return 'broken';
  const compared = listed !== null && !wrote && !cursor.apart;
  if (compared && received !== listed && !goesAhead(listed, received)) return 'doubtful';
  return 'kept';
}
