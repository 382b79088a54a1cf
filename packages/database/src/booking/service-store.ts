import type { Database } from '../database.ts';
import type { Transaction } from '../transaction.ts';

/** What an artist offers: for a tattoo, a size. Lengths and buffers in minutes. */
export interface ServiceRow {
  readonly id: string;
  readonly artistId: string;
  readonly name: string;
  readonly description: string;
  readonly minutes: number;
  readonly bufferBefore: number;
  readonly bufferAfter: number;
  readonly price: string;
  readonly deposit: string;
  /** Null: as the artist's. */
  readonly autoConfirm: boolean | null;
  readonly noticeMinutes: number | null;
  readonly needsChair: boolean;
  readonly questions: readonly ServiceQuestion[];
  readonly active: boolean;
  readonly position: number;
}

export interface ServiceQuestion {
  readonly id: string;
  readonly label: string;
  readonly required: boolean;
}

const COLUMNS = `id, artist_id AS "artistId", name, description, minutes, buffer_before AS "bufferBefore",
  buffer_after AS "bufferAfter", price, deposit, auto_confirm AS "autoConfirm", notice_minutes AS "noticeMinutes",
  needs_chair AS "needsChair", questions, active, position`;

export interface ServiceFilter {
  readonly ids?: readonly string[] | undefined;
  readonly artistIds?: readonly string[] | undefined;
  readonly activeOnly?: boolean;
}

export async function listServices(
  { query }: Pick<Database, 'query'> | Pick<Transaction, 'query'>,
  { ids, artistIds, activeOnly }: ServiceFilter,
): Promise<readonly ServiceRow[]> {
  return query<ServiceRow>(
    `SELECT ${COLUMNS} FROM service
     WHERE ($1::uuid[] IS NULL OR id = ANY ($1)) AND ($2::uuid[] IS NULL OR artist_id = ANY ($2)) AND (active OR NOT $3)
     ORDER BY position, minutes, name, id`,
    [ids ?? null, artistIds ?? null, activeOnly ?? false],
  );
}

export async function saveService(transaction: Transaction, service: ServiceRow): Promise<void> {
  await transaction.query(
    `INSERT INTO service (id, artist_id, name, description, minutes, buffer_before, buffer_after, price, deposit,
                          auto_confirm, notice_minutes, needs_chair, questions, active, position)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
     ON CONFLICT (id) DO UPDATE SET (name, description, minutes, buffer_before, buffer_after, price, deposit,
       auto_confirm, notice_minutes, needs_chair, questions, active, position)
       = ROW ($3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      service.id,
      service.artistId,
      service.name,
      service.description,
      service.minutes,
      service.bufferBefore,
      service.bufferAfter,
      service.price,
      service.deposit,
      service.autoConfirm,
      service.noticeMinutes,
      service.needsChair,
      JSON.stringify(service.questions),
      service.active,
      service.position,
    ],
  );
}
