import { statement } from '../statement.ts';

/** In one order, so that nobody waits in a circle. */
export const uploadsToLock = statement({
  text: 'SELECT id FROM image WHERE upload_hash = ANY ($uploadHashes) ORDER BY id FOR UPDATE',
  params: { uploadHashes: 'bytea[]' },
  row: { id: 'uuid' },
});
