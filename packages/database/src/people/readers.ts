import type { Queryable } from '../database.ts';
import type { RowOf } from '../statement.ts';
import { activeAdmins, activeUser } from './readers.sql.ts';

/** Somebody of the studio who is told of something; a language is null where they never chose one. */
export type StudioReader = RowOf<typeof activeUser>;

const READER = {
  select: { id: true, name: true, email: true, language: true },
  orderBy: { id: 'asc' },
} as const;

export async function admins({ query }: Queryable): Promise<readonly StudioReader[]> {
  return query(activeAdmins);
}

/** Whoever signs in as an artist; every admin where nobody does. @param userId null: nobody does. */
export async function readersFor(source: Queryable, userId: string | null): Promise<readonly StudioReader[]> {
  if (userId === null) return admins(source);
  const own = await source.query(activeUser, { userId });
  return own.length > 0 ? own : admins(source);
}

/** Everybody who may take an idea that nobody has taken yet, or give it to somebody. */
export async function everyReader({ prisma }: Queryable): Promise<readonly StudioReader[]> {
  const may = [
    { role: { in: ['ADMIN', 'STAFF'] as ('ADMIN' | 'STAFF')[] } },
    { artists: { some: { active: true } } },
  ];
  return prisma.user.findMany({ where: { OR: may }, ...READER });
}
