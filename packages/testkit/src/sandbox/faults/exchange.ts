import type { IncomingHttpHeaders } from 'node:http';
import type { CalendarStore, StoredUser } from '../store/calendar-store.ts';
import type { DavBody } from '../wire/dav-body.ts';
import type { Layout, Target } from '../wire/layout.ts';
import type { Feature, FindEffect } from './effect.ts';

/** A request that has arrived whole. */
export interface DavRequest {
  readonly method: string;
  /** Raw: percent-encoded, without query. */
  readonly path: string;
  readonly target: Target;
  readonly headers: IncomingHttpHeaders;
  readonly depth: '0' | '1' | 'infinity' | null;
  readonly body: Buffer;
  /** The XML read; null where the method has none, `unreadable` where it is refused. */
  readonly dav: DavBody | 'unreadable' | null;
}

/** One request with all that is needed to answer it. */
export interface Exchange {
  readonly request: DavRequest;
  readonly store: CalendarStore;
  readonly layout: Layout;
  readonly user: StoredUser;
  readonly origin: () => string;
  /** The fault of this kind that applies to this request, if one does. */
  readonly effect: FindEffect;
}

export const lacks = (exchange: Exchange, feature: Feature): boolean =>
  exchange.effect('without')?.features.includes(feature) ?? false;
