import { statement } from '../statement.ts';

export const deleteUnused = statement({
  text: `DELETE FROM chair c WHERE c.id = $id AND NOT EXISTS (SELECT 1 FROM booking WHERE chair_id = c.id) RETURNING id`,
  params: { id: 'uuid' },
  row: { id: 'uuid' },
});
