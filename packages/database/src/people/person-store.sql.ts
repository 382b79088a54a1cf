import { known, statement } from '../statement.ts';

const HAS_PASSWORD = 'EXISTS (SELECT 1 FROM credential c WHERE c.user_id = u.id AND c.password IS NOT NULL)';

const PERSON = `u.id, u.name, u.email, u.role, u.language, u.created_at AS "createdAt", u.disabled_at AS "disabledAt",
  ${HAS_PASSWORD} AS "hasPassword", (SELECT l.expires_at FROM person_link l WHERE l.user_id = u.id) AS "linkUntil",
  (SELECT l.kind FROM person_link l WHERE l.user_id = u.id) AS "linkKind", u.two_factor_enabled AS "secondFactor",
  (SELECT count(*) FROM passkey p WHERE p.user_id = u.id) AS passkeys`;
const person = {
  id: 'text',
  name: 'text',
  email: 'text',
  role: 'Role',
  language: 'text?',
  createdAt: 'timestamptz',
  disabledAt: 'timestamptz?',
  /** Whether they have chosen a password: who has none does not sign in yet. */
  hasPassword: 'bool',
  /** Until when the link that they were given opens; null when there is none. */
  linkUntil: 'timestamptz?',
  linkKind: known<'INVITE' | 'RESET' | null>('text?'),
  /** Whether it is asked for after their password. */
  secondFactor: 'bool',
  passkeys: 'int8',
} as const;

/** The private calendar is nobody's to take over: it goes with its owner. */
const OWNED = `(SELECT count(*) FROM calendar c WHERE c.owner_id = u.id AND NOT c.private) AS calendars,
  (SELECT count(*) FROM connection c WHERE c.owner_id = u.id) AS connections,
  (SELECT coalesce(array_agg(a.name ORDER BY a.name), '{}') FROM artist a WHERE a.user_id = u.id) AS artists`;
const owned = {
  calendars: 'int8',
  connections: 'int8',
  /** Profiles that they sign in as. */
  artists: 'text[]',
} as const;

export const everybody = statement({
  text: `SELECT ${PERSON}, ${OWNED} FROM "user" u ORDER BY u.disabled_at IS NOT NULL, u.role, u.name, u.id`,
  params: {},
  row: { ...person, ...owned },
});

export const personById = statement({
  text: `SELECT ${PERSON} FROM "user" u WHERE u.id = $id`,
  params: { id: 'text' },
  row: person,
});

export const ownedById = statement({
  text: `SELECT ${OWNED} FROM "user" u WHERE u.id = $id`,
  params: { id: 'text' },
  row: owned,
});

export const personToLock = statement({
  text: 'SELECT id FROM "user" WHERE id = $id FOR UPDATE',
  params: { id: 'text' },
  row: { id: 'text' },
});

export const adminsToLock = statement({
  text: `SELECT id FROM "user" WHERE role = 'ADMIN' ORDER BY id FOR UPDATE`,
  params: {},
  row: { id: 'text' },
});

export const endOtherSessions = statement({
  text: 'DELETE FROM session WHERE user_id = $userId AND id IS DISTINCT FROM $but',
  params: { userId: 'text', but: 'text?' },
  row: {},
});
