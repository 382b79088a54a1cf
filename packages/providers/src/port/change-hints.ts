import type { Json, Opaque } from '../json.ts';
import type { Credential } from './account.ts';

/** By what a provider tells that something has changed. */
export type HintMeans = 'webdav-push' | 'webhook' | 'graph' | 'google';

/**
 * How a provider is brought to tell of changes. What it tells is a hint: it brings a run forward and is never believed
 * further (P7), so every method may be called again, late, or not at all, and nothing is lost.
 */
export interface ChangeHints {
  /** Which channels would tell of all these calendars. Asks nobody. */
  wishes(calendars: readonly HintCalendar[]): readonly ChannelWish[];
  /** What both sides will know of a new channel; stored before the provider is asked, for it may call back at once. */
  prepare(wish: ChannelWish): Opaque;
  /** @throws ProviderFailure */
  register(access: HintAccess, channel: HintChannel): Promise<GrantedChannel>;
  /**
   * The same channel for longer; left out where none can be made to last: another is made while the old one still tells.
   * @throws ProviderFailure; `not-found` where the provider has forgotten it.
   */
  renew?(access: HintAccess, channel: HintChannel): Promise<GrantedChannel>;
  /** Whether it tells of all these calendars as it was arranged; renewing makes it so. Left out where it always does. */
  suits?(channel: HintChannel): boolean;
  /** The provider forgets it. One that it has forgotten by itself is no failure. @throws ProviderFailure */
  remove(access: HintAccess, channel: HintChannel): Promise<void>;
  /** Whether a request at the channel's address is what it says. No I/O, compares in constant time, never throws. */
  verify(request: HintRequest, channel: HintChannel, now: Temporal.Instant): Promise<HintVerdict>;
}

export interface HintCalendar {
  readonly href: string;
  readonly capabilities: Opaque;
}

export interface ChannelWish {
  readonly means: HintMeans;
  /** Null: one channel for all calendars of the account. */
  readonly calendarHref: string | null;
}

/** By which the provider is asked. */
export interface HintAccess {
  readonly credential: Credential;
  readonly reach: Opaque;
}

export interface HintChannel extends ChannelWish {
  /** Where hints arrive: an address nobody else knows. */
  readonly address: string;
  /** What `prepare` made. */
  readonly keys: Opaque;
  /** What the provider said of it when it was registered; empty before. */
  readonly remote: Opaque;
  /** What the calendars it tells of can do, as they were last listed. */
  readonly calendars: readonly HintCalendar[];
}

export interface GrantedChannel {
  readonly remote: Opaque;
  /** When the provider forgets it; null when it never does. */
  readonly expiresAt: Temporal.Instant | null;
}

/** A request as it arrived; header names in lower case. */
export interface HintRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly query: Readonly<Record<string, Json>>;
  readonly body: Uint8Array;
}

/** What the sender is told, at once. */
export interface HookAnswer {
  readonly status: number;
  /** Plain text. */
  readonly body?: string;
}

export type HintVerdict =
  /** Something changed: in the calendars with these hrefs, or somewhere in what the channel tells of. */
  | { readonly kind: 'changed'; readonly hrefs: readonly string[] | null; readonly answer: HookAnswer }
  /** A handshake: the provider reaches us. */
  | { readonly kind: 'greeted'; readonly answer: HookAnswer }
  /** News that concern nobody here. */
  | { readonly kind: 'nothing'; readonly answer: HookAnswer }
  /** The provider wants the channel renewed before its time. */
  | { readonly kind: 'to-renew'; readonly answer: HookAnswer }
  /** The provider will tell nothing more by this channel, and may have missed something: it is to be made anew. */
  | { readonly kind: 'ended'; readonly answer: HookAnswer }
  /** It is not who it says. It is answered as whoever knocks where nobody lives. */
  | { readonly kind: 'refused' };

export const REFUSED: HintVerdict = { kind: 'refused' };
