import type { Opaque } from '@atelier/providers/json';
import { known, statement } from '../statement.ts';

export const insertSource = statement({
  text: `INSERT INTO source (id, kind, connection_id, enabled, next_sync_at)
    VALUES ($id, 'CALENDAR', $connectionId, $enabled, $nextSyncAt)`,
  params: { id: 'uuid', connectionId: 'uuid?', enabled: 'bool', nextSyncAt: 'timestamptz?' },
  row: {},
});

export const insert = statement({
  text: `INSERT INTO calendar (id, owner_id, connection_id, href, name, color, description, time_zone, read_only,
      capabilities, owned_by_other, offered_at)
    VALUES ($id, $ownerId, $connectionId, $href, $name, $color, $description, $timeZone, $readOnly, $capabilities,
      $ownedByOther, $offeredAt) ON CONFLICT (connection_id, href) DO NOTHING RETURNING id`,
  params: {
    id: 'uuid',
    ownerId: 'text',
    connectionId: 'uuid',
    href: 'text',
    name: 'text',
    color: 'text?',
    description: 'text?',
    timeZone: 'text',
    readOnly: 'bool',
    capabilities: known<Opaque>('jsonb'),
    ownedByOther: 'bool',
    offeredAt: 'timestamptz?',
  },
  row: { id: 'uuid' },
});

export const removeSource = statement({
  text: 'DELETE FROM source WHERE id = $id',
  params: { id: 'uuid' },
  row: {},
});

export const insertOwn = statement({
  text: `INSERT INTO calendar (id, owner_id, name, color, time_zone, kind, private, state)
    VALUES ($id, $ownerId, $name, $color, $timeZone, $kind, $private, 'OK')`,
  params: {
    id: 'uuid',
    ownerId: 'text',
    name: 'text',
    color: 'text?',
    timeZone: 'text',
    kind: 'CalendarKind',
    private: 'bool',
  },
  row: {},
});

export const setTraits = statement({
  text: `WITH rested AS (UPDATE source SET rest_seconds = $restSeconds WHERE id = $id AND rest_seconds <> $restSeconds)
    UPDATE calendar SET name = $name, color = $color, description = $description, read_only = $readOnly,
      capabilities = $capabilities, owned_by_other = $ownedByOther
    WHERE id = $id AND (name, coalesce(color, ''), coalesce(description, ''), read_only, capabilities, owned_by_other)
      IS DISTINCT FROM ($name, coalesce($color, ''), coalesce($description, ''), $readOnly, $capabilities, $ownedByOther)
    RETURNING id`,
  params: {
    id: 'uuid',
    name: 'text',
    color: 'text?',
    description: 'text?',
    readOnly: 'bool',
    capabilities: known<Opaque>('jsonb'),
    ownedByOther: 'bool',
    restSeconds: 'int4',
  },
  row: { id: 'uuid' },
});

export const patchLooks = statement({
  text: `UPDATE calendar SET own_name = coalesce($ownName, own_name), own_color = coalesce($ownColor, own_color),
      on_conflict = coalesce($onConflict, on_conflict), offered_at = CASE WHEN $decided THEN NULL ELSE offered_at END
    WHERE id = $id`,
  params: { id: 'uuid', ownName: 'text?', ownColor: 'text?', onConflict: 'ConflictPolicy?', decided: 'bool' },
  row: {},
});

export const approve = statement({
  text: 'UPDATE calendar SET held_approved = true WHERE id = $id',
  params: { id: 'uuid' },
  row: {},
});
