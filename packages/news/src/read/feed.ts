/** One piece of news as a feed lists it, as plain text. */
export interface FeedItem {
  /** What the publisher calls it by; null where there is nothing. */
  readonly guid: string | null;
  /** Absolute, http or https. */
  readonly link: string | null;
  readonly title: string;
  /** A line or two. */
  readonly summary: string;
  /** As the publisher says it, however unlikely; null where nobody can read it. */
  readonly published: Date | null;
}

export interface Feed {
  readonly title: string;
  /** The page that it belongs to. */
  readonly site: string | null;
  /** The newest that it lists, in its own order. */
  readonly items: readonly FeedItem[];
}
