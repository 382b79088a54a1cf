/** A half-open stretch [start, end). What it counts, and on which clock, is said where it is used. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Sorted and disjoint: what overlaps or touches becomes one, what is empty goes. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const sorted = spans.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start);
  const merged: Span[] = [];
  let open: { start: number; end: number } | null = null;
  for (const { start, end } of sorted) {
    if (open && start <= open.end) {
      if (end > open.end) open.end = end;
    } else {
      open = { start, end };
      merged.push(open);
    }
  }
  return merged;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
