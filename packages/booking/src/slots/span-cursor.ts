import { mergeSpans, type Span } from '../time/span.ts';

/** Asks a set of spans whether something of a stretch is taken; the stretches must come in order of their starts. */
export class SpanCursor {
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
