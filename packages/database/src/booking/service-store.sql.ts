import { known, statement } from '../statement.ts';

interface Question {
  readonly id: string;
  readonly label: string;
  readonly required: boolean;
}

/** Null lets everything through. */
export const servicesWith = statement({
  text: `SELECT id, artist_id AS "artistId", name, description, minutes, buffer_before AS "bufferBefore",
       buffer_after AS "bufferAfter", price, deposit, auto_confirm AS "autoConfirm",
       notice_minutes AS "noticeMinutes", needs_chair AS "needsChair", questions, active, position
     FROM service
     WHERE ($ids::uuid[] IS NULL OR id = ANY ($ids)) AND ($artistIds::uuid[] IS NULL OR artist_id = ANY ($artistIds))
       AND (active OR NOT $activeOnly)
     ORDER BY position, minutes, name, id`,
  params: { ids: 'uuid[]?', artistIds: 'uuid[]?', activeOnly: 'bool' },
  row: {
    id: 'uuid',
    artistId: 'uuid',
    name: 'text',
    description: 'text',
    minutes: 'int4',
    bufferBefore: 'int4',
    bufferAfter: 'int4',
    price: 'text',
    deposit: 'text',
    /** Null: as the artist's. */
    autoConfirm: 'bool?',
    noticeMinutes: 'int4?',
    needsChair: 'bool',
    questions: known<readonly Question[]>('jsonb'),
    active: 'bool',
    position: 'int4',
  },
});
