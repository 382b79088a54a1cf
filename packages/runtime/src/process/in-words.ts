import { databaseTrouble, TROUBLE_WORDS } from '@atelier/database/postgres/database-trouble';

/** One sentence or two, and never a stack. */
export function inWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const trouble = databaseTrouble(error);
  if (trouble !== null) return `${TROUBLE_WORDS[trouble]} (${error.message})`;
  const cause = error.cause instanceof Error ? `\n${error.cause.message}` : '';
  return `${error.message}${cause}`;
}
