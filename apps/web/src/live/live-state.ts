/** What the indicator says of the live connection. */
export type LiveState = 'connecting' | 'live' | 'reconnecting' | 'offline';

export interface Line {
  /** The server has greeted us on the connection that is open now. */
  readonly open: boolean;
  readonly wasOpen: boolean;
  /** Attempts since it was open last. */
  readonly failures: number;
  /** What the browser knows of the network. */
  readonly online: boolean;
}

export const FIRST_LINE: Line = { open: false, wasOpen: false, failures: 0, online: true };

const GIVING_UP_HOPE = 4;

export function liveStateOf({ open, wasOpen, failures, online }: Line): LiveState {
  if (!online || failures >= GIVING_UP_HOPE) return 'offline';
  if (open) return 'live';
  return wasOpen || failures > 0 ? 'reconnecting' : 'connecting';
}

export const opened = (line: Line): Line => ({ ...line, open: true, wasOpen: true, failures: 0 });
export const failed = (line: Line): Line => ({ ...line, open: false, failures: line.failures + 1 });
export const dropped = (line: Line): Line => ({ ...line, open: false });
