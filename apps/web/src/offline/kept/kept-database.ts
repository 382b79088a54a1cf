import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { AgendaEvent } from '../../api/answers.ts';
import type { Month } from './months.ts';

export interface KeptAnswer {
  readonly key: string;
  readonly path: string;
  readonly input: unknown;
  readonly data: unknown;
  readonly at: Date;
}

export interface KeptMonth {
  readonly month: Month;
  readonly events: readonly AgendaEvent[];
  readonly at: Date;
  /** Something has changed in it since. */
  readonly stale: boolean;
}

/** Whose all of it is, and until when what is kept was known to be so. */
export interface KeptFor {
  readonly userId: string;
  readonly liveUntil: Date | null;
}

interface KeptSchema extends DBSchema {
  about: { key: 'owner'; value: KeptFor };
  answers: { key: string; value: KeptAnswer; indexes: { at: Date } };
  months: { key: Month; value: KeptMonth };
}

export type KeptDatabase = IDBPDatabase<KeptSchema>;
export const STORES = ['about', 'answers', 'months'] as const;

export function openKeptDatabase(): Promise<KeptDatabase> {
  return openDB<KeptSchema>('atelier', 1, {
    upgrade(database) {
      database.createObjectStore('about');
      database.createObjectStore('answers', { keyPath: 'key' }).createIndex('at', 'at');
      database.createObjectStore('months', { keyPath: 'month' });
    },
  });
}
