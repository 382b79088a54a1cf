import type { Queryable } from '../database.ts';
import type { Service } from '../generated/client.ts';
import { asKnown, toJson } from '../stored-json.ts';
import type { Transaction } from '../transaction.ts';

/** What an artist offers: for a tattoo, a size. Lengths and buffers in minutes. */
export type ServiceRow = Readonly<Omit<Service, 'questions'>> & {
  readonly questions: readonly ServiceQuestion[];
};

export interface ServiceQuestion {
  readonly id: string;
  readonly label: string;
  readonly required: boolean;
}

export interface ServiceFilter {
  readonly ids?: readonly string[] | undefined;
  readonly artistIds?: readonly string[] | undefined;
  readonly activeOnly?: boolean;
}

export async function listServices(
  { prisma }: Queryable,
  { ids, artistIds, activeOnly = false }: ServiceFilter,
): Promise<readonly ServiceRow[]> {
  const rows = await prisma.service.findMany({
    where: {
      ...(ids && { id: { in: [...ids] } }),
      ...(artistIds && { artistId: { in: [...artistIds] } }),
      ...(activeOnly && { active: true }),
    },
    orderBy: [{ position: 'asc' }, { minutes: 'asc' }, { name: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => ({ ...row, questions: asKnown(row.questions) }));
}

export async function saveService({ prisma }: Transaction, service: ServiceRow): Promise<void> {
  const { id, artistId, ...rest } = { ...service, questions: toJson(service.questions) };
  await prisma.service.upsert({ where: { id }, create: { id, artistId, ...rest }, update: rest });
}
