import { statement } from '../statement.ts';

export const current = statement({
  text: 'SELECT secret FROM account_credential WHERE id = $id',
  params: { id: 'uuid' },
  row: { secret: 'text' },
});

export const claim = statement({
  text: `UPDATE account_credential SET renewing_until = $until
    WHERE id = $id AND (renewing_until IS NULL OR renewing_until <= $now) RETURNING secret`,
  params: { id: 'uuid', now: 'timestamptz', until: 'timestamptz' },
  row: { secret: 'text' },
});

/** Only by whoever still has the claim. */
export const store = statement({
  text: `UPDATE account_credential SET secret = $secret, renewing_until = NULL
    WHERE id = $id AND renewing_until = $until RETURNING id`,
  params: { id: 'uuid', until: 'timestamptz', secret: 'text' },
  row: { id: 'uuid' },
});

export const release = statement({
  text: 'UPDATE account_credential SET renewing_until = NULL WHERE id = $id AND renewing_until = $until',
  params: { id: 'uuid', until: 'timestamptz' },
  row: {},
});
