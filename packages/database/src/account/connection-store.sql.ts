import type { Opaque } from '@atelier/providers/json';
import type { ProviderKind } from '@atelier/providers/kinds';
import { known, statement } from '../statement.ts';

const SELECT = `SELECT k.id, k.owner_id AS "ownerId", k.kind, k.name, k.address, k.account_id AS "accountId", k.reach,
    k.credential_id AS "credentialId", c.username, c.secret, c.issued, k.addresses, k.addresses_at AS "addressesAt",
    k.schedules, k.state, k.failures, k.failure_kind AS "failureKind", k.retry_at AS "retryAt", k.demo
  FROM connection k JOIN account_credential c ON c.id = k.credential_id`;

const ROW = {
  id: 'uuid',
  ownerId: 'text',
  kind: known<ProviderKind>('text'),
  name: 'text',
  address: 'text',
  accountId: 'text',
  reach: known<Opaque>('jsonb'),
  credentialId: 'uuid',
  username: 'text',
  secret: 'text',
  issued: 'bool',
  addresses: 'text[]',
  addressesAt: 'timestamptz?',
  /** Null: not asked yet. */
  schedules: 'bool?',
  state: 'ConnectionState',
  failures: 'int4',
  failureKind: 'text?',
  retryAt: 'timestamptz?',
  demo: 'bool',
} as const;

export const byId = statement({ text: `${SELECT} WHERE k.id = $id`, params: { id: 'uuid' }, row: ROW });

export const all = statement({ text: `${SELECT} ORDER BY k.created_at, k.id`, params: {}, row: ROW });

export const byAccount = statement({
  text: `SELECT k.id, k.name FROM connection k JOIN account_credential c ON c.id = k.credential_id
    WHERE k.account_id = $accountId AND c.username = $username LIMIT 1`,
  params: { accountId: 'text', username: 'text' },
  row: { id: 'uuid', name: 'text' },
});

/** Whoever signs in at the provider is told by an id of theirs; a name may change. */
export const byAccountId = statement({
  text: 'SELECT id, name FROM connection WHERE kind = $kind AND account_id = $accountId LIMIT 1',
  params: { kind: known<ProviderKind>('text'), accountId: 'text' },
  row: { id: 'uuid', name: 'text' },
});

export const waitForTurn = statement({
  text: "SELECT pg_advisory_xact_lock(hashtext('connect:' || $username)) AS turn",
  params: { username: 'text' },
  row: { turn: 'void' },
});

export const insert = statement({
  text: `INSERT INTO connection (id, owner_id, kind, name, address, account_id, reach, credential_id, addresses,
      addresses_at, demo)
    VALUES ($id, $ownerId, $kind, $name, $address, $accountId, $reach, $credentialId, $addresses, $addressesAt, $demo)`,
  params: {
    id: 'uuid',
    ownerId: 'text',
    kind: known<ProviderKind>('text'),
    name: 'text',
    address: 'text',
    accountId: 'text',
    reach: known<Opaque>('jsonb'),
    credentialId: 'uuid',
    addresses: 'text[]',
    addressesAt: 'timestamptz?',
    demo: 'bool',
  },
  row: {},
});

export const setAddresses = statement({
  text: 'UPDATE connection SET addresses = $addresses, addresses_at = $at WHERE id = $id',
  params: { id: 'uuid', addresses: 'text[]', at: 'timestamptz' },
  row: {},
});

export const setSchedules = statement({
  text: 'UPDATE connection SET schedules = $schedules WHERE id = $id',
  params: { id: 'uuid', schedules: 'bool' },
  row: {},
});
