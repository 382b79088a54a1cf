import type { SourceLease } from '@atelier/database/source/source-lease';
import type { CalendarProvider } from '@atelier/providers/port/calendar-provider';

export interface PushRequest {
  readonly calendar: {
    readonly id: string;
    readonly connectionId: string;
    readonly href: string;
    readonly ownedByOther: boolean;
  };
  readonly lease: SourceLease;
  readonly provider: CalendarProvider;
  /** Somebody asks: what a failure keeps waiting is tried as well, and waits no longer for having been tried. */
  readonly anyTime: boolean;
  /** Told of every conflict that is recorded. */
  readonly conflicted: () => void;
  /** Told of every address that something was stored at or deleted from. */
  readonly wrote: (href: string) => void;
}

/** What one write came to. */
export type Pushed = 'created' | 'updated' | 'removed' | 'adopted' | 'postponed';
