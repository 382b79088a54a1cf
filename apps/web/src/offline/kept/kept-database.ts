import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { AgendaEvent } from '../../api/answers.ts';
import type { UnsentEdit } from '../unsent/unsent-edit.ts';
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
  edits: { key: string; value: UnsentEdit; indexes: { at: Date } };
}

export type KeptDatabase = IDBPDatabase<KeptSchema>;
/** What is only a copy of what the server has. */
export const COPIES = ['answers', 'months'] as const;
export const STORES = ['about', 'edits', ...COPIES] as const;

export function openKeptDatabase(): Promise<KeptDatabase> {
  return openDB<KeptSchema>('atelier', 2, {
    upgrade(database, before) {
      database.createObjectStore('edits', { keyPath: 'editId' }).createIndex('at', 'at');
      if (before > 0) return;
      database.createObjectStore('about');
      database.createObjectStore('answers', { keyPath: 'key' }).createIndex('at', 'at');
      database.createObjectStore('months', { keyPath: 'month' });
    },
  });
}
