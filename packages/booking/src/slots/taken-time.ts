import { MINUTE_MS, type UtcMinute } from '../time/minutes.ts';
import { mergeSpans, type Span } from '../time/span.ts';
import type { BusyTime, Claim, ServiceTimes } from './slot-query.ts';

/** Asks a set of spans whether something of a stretch is taken; the stretches must come in order of their starts. */
class SpanCursor {
  readonly #spans: readonly Span[];
  #next = 0;

  constructor(spans: readonly Span[]) {
    this.#spans = mergeSpans(spans);
  }

  touches(start: number, end: number): boolean {
    const spans = this.#spans;
    let next = this.#next;
    while (next < spans.length && (spans[next]?.end ?? 0) <= start) next++;
    this.#next = next;
    return next < spans.length && (spans[next]?.start ?? 0) < end;
  }
}

/** How badly a start is blocked, the mildest first. */
const SEVERITY = ['FREE', 'HELD', 'BUFFER', 'BUSY'] as const;

export type Taken = (typeof SEVERITY)[number];

/** The time of one artist or chair that is taken. Starts must be asked for in order. */
export class TakenTime {
  readonly #service: ServiceTimes;
  /** What is busy itself, that with its buffers, and what is held, with its buffers. */
  readonly #busy: SpanCursor;
  readonly #buffered: SpanCursor;
  readonly #held: SpanCursor;

  constructor(service: ServiceTimes, external: readonly BusyTime[], claims: readonly Claim[]) {
    this.#service = service;
    const others = claims.filter((claim) => claim.mine !== true);
    const firm = others.filter(({ kind }) => kind !== 'held');
    // An instant without length takes no time, wherever in its minute it lies.
    const events = external.filter(({ start, end }) => start < end).map(wholeMinutes);
    this.#busy = new SpanCursor([...events, ...firm.map(wholeMinutes)]);
    this.#buffered = new SpanCursor([...events, ...firm.map(blockedSpan)]);
    this.#held = new SpanCursor(others.filter(({ kind }) => kind === 'held').map(blockedSpan));
  }

  /** What becomes of a service that starts then. Two buffers add up: each has its own time. */
  at(start: UtcMinute): Taken {
    const { minutes, bufferBefore, bufferAfter } = this.#service;
    const from = start - bufferBefore;
    const to = start + minutes + bufferAfter;
    if (this.#buffered.touches(from, to))
      return this.#busy.touches(start, start + minutes) ? 'BUSY' : 'BUFFER';
    return this.#held.touches(from, to) ? 'HELD' : 'FREE';
  }
}

export function worst(a: Taken, b: Taken): Taken {
  return SEVERITY.indexOf(a) > SEVERITY.indexOf(b) ? a : b;
}

export function mildest(all: readonly Taken[]): Taken {
  return SEVERITY.find((taken) => all.includes(taken)) ?? 'BUSY';
}

function wholeMinutes({ start, end }: BusyTime): Span {
  return { start: Math.floor(start / MINUTE_MS), end: Math.ceil(end / MINUTE_MS) };
}

function blockedSpan(claim: Claim): Span {
  const { start, end } = wholeMinutes(claim);
  return { start: start - claim.bufferBefore, end: end + claim.bufferAfter };
}
