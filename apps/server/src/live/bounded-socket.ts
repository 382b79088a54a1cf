import { WebSocket } from 'ws';
import { MOST_CALLS } from './most-calls.ts';

/** Close code for what goes against the rules (RFC 6455 7.4.1). */
const AGAINST_RULES = 1008;

/**
 * Bytes that may wait for somebody who does not take them. A page resumes from the last change it has seen as soon as it
 * is back, or starts afresh; nothing is lost by cutting it off, and the server's memory is nobody's buffer.
 */
const MOST_UNSENT = 4 * 1024 * 1024;

/** Bounds what comes in, and what waits to go out. */
export class BoundedSocket extends WebSocket {
  /** One message may hold several calls; one that holds too many ends the socket before any of them is looked at. */
  override emit(event: string | symbol, ...rest: unknown[]): boolean {
    if (event !== 'message' || callsIn(rest[0]) <= MOST_CALLS) return super.emit(event, ...rest);
    this.close(AGAINST_RULES, `more than ${MOST_CALLS} calls at once`);
    return false;
  }

  override send(data: Parameters<WebSocket['send']>[0], ...rest: unknown[]): void {
    if (this.bufferedAmount > MOST_UNSENT) this.terminate();
    else Reflect.apply(super.send, this, [data, ...rest]);
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
