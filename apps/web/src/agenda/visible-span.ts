import type { AgendaEvent } from '../api/answers.ts';
import type { View } from './agenda-search.ts';
import type { AgendaPlace } from './use-agenda-place.ts';
import type { DisplayZone } from './zones/use-display-zone.ts';

/** What is in sight: from when until when, and how that is called. */
export interface VisibleSpan {
  readonly from: Date;
  readonly to: Date;
  readonly title: string;
}

/** What every view of the agenda is told. */
export interface ViewProps {
  readonly place: AgendaPlace;
  readonly zones: Pick<DisplayZone, 'zone' | 'beside'>;
  readonly events: readonly AgendaEvent[];
  /** The other calendars in which the same event is. */
  readonly alsoIn: (eventId: string) => readonly string[];
  readonly span: VisibleSpan | null;
  /** Id of the event that a search stands at. */
  readonly found: string | null;
  /** @param view whose span it is */
  readonly onSpan: (view: View, span: VisibleSpan) => void;
}
