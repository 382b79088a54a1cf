import type { Fields, GraphStore } from './graph-store.ts';
import type { GraphSettings } from './settings.ts';

export interface Serving {
  readonly store: GraphStore;
  readonly settings: GraphSettings;
  /** Of the whole service, version and all: links begin with it. */
  readonly base: () => string;
  /** Lists are to be empty this time. */
  readonly emptied: boolean;
}

export interface Answered {
  readonly status: number;
  readonly body: Fields | null;
  /** In place of the body: a message as it is. */
  readonly bytes?: Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}
