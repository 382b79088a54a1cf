import { databaseTrouble } from '@atelier/database/postgres/database-trouble';

/** Somebody between us and the database has swallowed what it said. */
export class OutOfReach extends Error {
  override readonly name = 'OutOfReach';
  readonly code = 'ECONNREFUSED';
}

/** Whether an error has to do with the database as a whole, and not with what was asked: that may be asked again. */
export function outOfReach(error: unknown): boolean {
  return databaseTrouble(error) !== null;
}
