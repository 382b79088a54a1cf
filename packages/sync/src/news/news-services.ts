import type { Database } from '@atelier/database/database';
import type { Document, ReadDocument } from '@atelier/news/find/read-document';
import type { ReadOpml } from '@atelier/news/opml/read-opml';
import type { NewsGateway } from '@atelier/providers/port/news';

/** Reads what strangers wrote where it can be stopped; null where it took too long, or too much. */
export interface NewsReader {
  document(document: Document): Promise<ReadDocument | null>;
  /** Also null where it is no list of feeds. */
  opml(bytes: Uint8Array): Promise<ReadOpml | null>;
}

/** What reading feeds needs. Time, chance and ids come from outside. */
export interface NewsServices {
  readonly database: Database;
  readonly news: NewsGateway;
  readonly newsReader: NewsReader;
  readonly clock: () => Date;
  /** In [0, 1). */
  readonly random: () => number;
  readonly newId: () => string;
  /** What nobody foresaw, for the log. */
  readonly report: (error: unknown, about: { readonly [key: string]: string }) => void;
}
