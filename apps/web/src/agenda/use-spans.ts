import { useCallback, useState } from 'react';
import { instantAt } from '../time/zone.ts';
import type { View } from './agenda-search.ts';
import type { AgendaPlace } from './use-agenda-place.ts';
import type { VisibleSpan } from './visible-span.ts';

type Spans = ReadonlyMap<View, VisibleSpan>;

/**
 * What is in sight, as each view tells it. One that comes back to the same days has told already; the latest that was
 * told stays until another is. @param zone in which times are shown, an IANA name
 */
export function useSpans({ view, date }: AgendaPlace, zone: string) {
  const [spans, setSpans] = useState<Spans>(new Map());
  const tell = useCallback((of: View, span: VisibleSpan) => setSpans((before) => told(before, of, span)), []);
  const own = spans.get(view);
  const day = instantAt(date, 0, zone);
  const span = own && own.from <= day && day < own.to ? own : [...spans.values()].at(-1);
  return [span ?? null, tell] as const;
}

/** The latest last. */
function told(before: Spans, of: View, span: VisibleSpan): Spans {
  return new Map([...before].filter(([view]) => view !== of)).set(of, span);
}
