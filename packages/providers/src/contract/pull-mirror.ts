import type { CalendarProvider } from '../port/calendar-provider.ts';
import type { ChangesRequest, Cursor, Page, UnreadableObject } from '../port/changes.ts';
import type { RemoteCalendar } from '../port/remote-calendar.ts';

/** A local calendar that takes pages in as the sync engine does, for tests against servers. */
export interface PullMirror {
  readonly objects: ReadonlyMap<string, { readonly etag: string | null; readonly body: string }>;
  readonly cursor: Cursor | null;
  /** Runs to the end, or to the end of page `stopAfter`. */
  pull(options?: PullOptions): Promise<PullReport>;
}

export interface PullOptions {
  readonly full?: boolean;
  readonly preview?: ChangesRequest['preview'];
  readonly stopAfter?: number;
}

export interface PullReport {
  readonly pages: readonly Page[];
  readonly requests: number;
  readonly knownCalls: number;
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly unreadable: readonly UnreadableObject[];
  readonly complete: boolean;
}

export function createPullMirror(provider: CalendarProvider, calendar: RemoteCalendar): PullMirror {
  const objects = new Map<string, { etag: string | null; body: string }>();
  let cursor: Cursor | null = null;

  const apply = (page: Page): void => {
    for (const { href, etag, body } of page.changed) objects.set(href, { etag, body });
    for (const href of page.removed) objects.delete(href);
    cursor = page.cursor;
  };

  return {
    objects,
    get cursor() {
      return cursor;
    },
    async pull({ full = false, preview = null, stopAfter = Number.POSITIVE_INFINITY } = {}) {
      const before = provider.traffic.requests;
      const pages: Page[] = [];
      let knownCalls = 0;
      const known = async (): Promise<Map<string, string | null>> => {
        knownCalls += 1;
        return new Map([...objects].map(([href, { etag }]) => [href, etag]));
      };
      const { href: calendarHref, capabilities } = calendar;
      for await (const page of provider.changes({
        calendarHref,
        capabilities,
        cursor,
        full,
        known,
        preview,
      })) {
        pages.push(page);
        apply(page);
        if (pages.length >= stopAfter) break;
      }
      return { ...summary(pages), requests: provider.traffic.requests - before, knownCalls };
    },
  };
}

function summary(pages: readonly Page[]): Omit<PullReport, 'requests' | 'knownCalls'> {
  return {
    pages,
    changed: pages.flatMap(({ changed }) => changed.map(({ href }) => href)),
    removed: pages.flatMap(({ removed }) => removed),
    unreadable: pages.flatMap(({ unreadable }) => unreadable),
    complete: pages.at(-1)?.complete === true,
  };
}
