import { WebSocket } from 'ws';
import { MOST_CALLS } from './most-calls.ts';

/** Close code for what goes against the rules (RFC 6455 7.4.1). */
const AGAINST_RULES = 1008;

/** One message may hold several calls; one that holds too many ends the socket before any of them is looked at. */
export class BoundedSocket extends WebSocket {
  override emit(event: string | symbol, ...rest: unknown[]): boolean {
    if (event !== 'message' || callsIn(rest[0]) <= MOST_CALLS) return super.emit(event, ...rest);
    this.close(AGAINST_RULES, `more than ${MOST_CALLS} calls at once`);
    return false;
  }
}

function callsIn(message: unknown): number {
  const text = String(message).trimStart();
  if (!text.startsWith('[')) return 1;
  try {
    const calls: unknown = JSON.parse(text);
    return Array.isArray(calls) ? calls.length : 1;
  } catch {
    // What is no JSON is answered by whoever reads it.
    return 1;
  }
}
