import { errorCode } from './error-code.ts';

/**
 * What may be wrong with the database itself, whoever asked for what: it is `away`, its disk is `full`, it is `busy`, it
 * takes no writes (`read-only`), or it knows neither user nor database (`refused`: a setting is wrong).
 */
export type DatabaseTrouble = 'away' | 'full' | 'busy' | 'read-only' | 'refused';

/** SQLSTATEs (PostgreSQL manual, appendix A; class 08 apart), errors of a socket or a file, and Prisma's own. */
const CODES: Readonly<Record<DatabaseTrouble, string>> = {
  away: `57P01 57P02 57P03 58000 P1001 P1002 P1008 P1017
    ECONNREFUSED ECONNRESET EPIPE ETIMEDOUT ENOTFOUND EAI_AGAIN EHOSTUNREACH ENETUNREACH`,
  full: '53100 ENOSPC EDQUOT',
  busy: '53000 53200 53300 53400 P2024',
  'read-only': '25006',
  refused: '28000 28P01 3D000 P1000 P1003',
};

const KINDS = new Map(
  Object.entries(CODES).flatMap(([kind, codes]) =>
    codes.split(/\s+/).map((code) => [code, kind as DatabaseTrouble] as const),
  ),
);

/** Where there is no code: the driver's words for a line that broke, and what a server says that is told to stop. */
const AWAY =
  /connection terminated|terminating connection|timeout exceeded when trying to connect|timeout expired|not queryable|can't reach database/i;
/** Words of the operating system (ENOSPC), which also stand in what PostgreSQL or a library hands on. */
const FULL = /no space left on device|disk quota exceeded/i;

const MOST_CAUSES = 5;

/** @returns null for an error that has to do with what was asked, and not with the database as a whole. */
export function databaseTrouble(error: unknown, depth = 0): DatabaseTrouble | null {
  if (typeof error !== 'object' || error === null || depth > MOST_CAUSES) return null;
  const { message, cause, errors } = error as Partial<AggregateError>;
  const own = ofCode(errorCode(error)) ?? ofMessage(message);
  if (own !== null) return own;
  const within = Array.isArray(errors) ? errors : [];
  for (const inner of [cause, ...within]) {
    const found = databaseTrouble(inner, depth + 1);
    if (found !== null) return found;
  }
  return null;
}

function ofCode(code: string | null): DatabaseTrouble | null {
  if (code === null) return null;
  return KINDS.get(code) ?? (code.startsWith('08') ? 'away' : null);
}

function ofMessage(message: unknown): DatabaseTrouble | null {
  if (typeof message !== 'string') return null;
  if (FULL.test(message)) return 'full';
  return AWAY.test(message) ? 'away' : null;
}

/** What it is and what to do, for an operator. */
export const TROUBLE_WORDS: Readonly<Record<DatabaseTrouble, string>> = {
  away: 'The database does not answer. What is under way waits and goes on by itself when it is back.',
  full: 'The disk of the database is full: free space. Nothing was lost; what is written meanwhile is refused.',
  busy: 'The database has no more room for connections or memory just now. It is tried again by itself.',
  'read-only': 'The database takes no changes just now: it is a copy, or was set to read only.',
  refused: 'The database refuses the user, the password or the name in DATABASE_URL.',
};
