import { statement } from '../statement.ts';

// By hand, as every booking asks whom to tell while others wait for their turn.

const row = { id: 'text', name: 'text', email: 'text', language: 'text?' } as const;

export const activeAdmins = statement({
  text: `SELECT id, name, email, language FROM "user" WHERE role = 'ADMIN' AND disabled_at IS NULL ORDER BY id`,
  params: {},
  row,
});

export const activeUser = statement({
  text: 'SELECT id, name, email, language FROM "user" WHERE id = $userId AND disabled_at IS NULL',
  params: { userId: 'text' },
  row,
});
