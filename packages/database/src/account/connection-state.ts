import type { Database } from '../database.ts';
import type { Failure, Wait } from '../source/wait.ts';
import { transact } from '../transaction.ts';
import { fail, heal, lockFailure } from './connection-state.sql.ts';

export interface ConnectionFailure extends Failure {
  /** The password was refused: nothing is asked again until somebody enters a new one (S9). */
  readonly stop: boolean;
  readonly wait: Wait;
  readonly at: Date;
}

export async function failConnection(
  database: Database,
  id: string,
  { kind, message, hint, stop, wait, at }: ConnectionFailure,
): Promise<void> {
  await transact(database, async (transaction) => {
    const [before] = await transaction.query(lockFailure, { id });
    await transaction.query(fail, { id, kind, message, hint, stop, at, ...wait });
    if (before?.message !== message) transaction.announce({ topic: 'calendars', calendarId: null });
  });
}

export async function healConnection(database: Database, id: string, at: Date): Promise<void> {
  await transact(database, async (transaction) => {
    const [before] = await transaction.query(lockFailure, { id });
    await transaction.query(heal, { id, at });
    if (before?.kind) transaction.announce({ topic: 'calendars', calendarId: null });
  });
}
