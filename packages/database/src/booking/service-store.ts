import type { Queryable } from '../database.ts';
import type { RowOf } from '../statement.ts';
import { toJson } from '../stored-json.ts';
import type { Transaction } from '../transaction.ts';
import { servicesWith } from './service-store.sql.ts';

/** What an artist offers: for a tattoo, a size. Lengths and buffers in minutes. */
export type ServiceRow = RowOf<typeof servicesWith>;
export type ServiceQuestion = ServiceRow['questions'][number];

export interface ServiceFilter {
  readonly ids?: readonly string[] | undefined;
  readonly artistIds?: readonly string[] | undefined;
  readonly activeOnly?: boolean;
}

export async function listServices(
  { query }: Queryable,
  { ids, artistIds, activeOnly = false }: ServiceFilter,
): Promise<readonly ServiceRow[]> {
  return query(servicesWith, { ids: ids ?? null, artistIds: artistIds ?? null, activeOnly });
}

export async function saveService({ prisma }: Transaction, service: ServiceRow): Promise<void> {
  const { id, artistId, ...rest } = { ...service, questions: toJson(service.questions) };
  await prisma.service.upsert({ where: { id }, create: { id, artistId, ...rest }, update: rest });
}
