import { statement } from '../statement.ts';

export const insert = statement({
  text: `INSERT INTO account_credential (id, owner_id, kind, username, secret, scopes)
    VALUES ($id, $ownerId, $kind, $username, $secret, $scopes)`,
  params: {
    id: 'uuid',
    ownerId: 'text',
    kind: 'CredentialKind',
    username: 'text',
    secret: 'text',
    scopes: 'text[]',
  },
  row: {},
});

export const all = statement({
  text: 'SELECT id, secret FROM account_credential ORDER BY created_at, id FOR UPDATE',
  params: {},
  row: { id: 'uuid', secret: 'text' },
});

export const setSecret = statement({
  // Whoever is just renewing the former one comes too late.
  text: 'UPDATE account_credential SET secret = $secret, issued = false, renewing_until = NULL WHERE id = $id',
  params: { id: 'uuid', secret: 'text' },
  row: {},
});

export const reseal = statement({
  text: 'UPDATE account_credential SET secret = $secret WHERE id = $id',
  params: { id: 'uuid', secret: 'text' },
  row: {},
});

/** Somebody signed in again, and may have given more or less than before. */
export const setSignIn = statement({
  text: `UPDATE account_credential SET secret = $secret, username = $username, scopes = $scopes, renewing_until = NULL
    WHERE id = $id`,
  params: { id: 'uuid', secret: 'text', username: 'text', scopes: 'text[]' },
  row: {},
});

/** The provider made this password for us alone. */
export const setIssued = statement({
  text: `UPDATE account_credential SET issued = true
    WHERE id = (SELECT credential_id FROM connection WHERE id = $connectionId)`,
  params: { connectionId: 'uuid' },
  row: {},
});

export const removeUnused = statement({
  text: `DELETE FROM account_credential c WHERE c.id = $id
    AND NOT EXISTS (SELECT 1 FROM connection k WHERE k.credential_id = c.id)
    AND NOT EXISTS (SELECT 1 FROM mail_account a WHERE a.credential_id = c.id) RETURNING c.id`,
  params: { id: 'uuid' },
  row: { id: 'uuid' },
});

/** What is let in by it. */
export const used = statement({
  text: `SELECT EXISTS (SELECT 1 FROM connection k WHERE k.credential_id = $id) AS calendars,
    EXISTS (SELECT 1 FROM mail_account a WHERE a.credential_id = $id) AS mail`,
  params: { id: 'uuid' },
  row: { calendars: 'bool', mail: 'bool' },
});
