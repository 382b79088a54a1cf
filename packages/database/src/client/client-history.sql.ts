import type { Mailbox } from '@atelier/mail/address/mailbox';
import type { MailOrigin } from '@atelier/mail/read/mail-origin';
import { known, statement } from '../statement.ts';

const found = { id: 'uuid' } as const;

/** The newest first. */
export const bookingsOfClient = statement({
  text: `SELECT id FROM booking WHERE lower(client_email) = lower($address) ORDER BY starts_at DESC LIMIT 50`,
  params: { address: 'text' },
  row: found,
});

export const ideasOfClient = statement({
  text: `SELECT id FROM inquiry WHERE lower(client_email) = lower($address) ORDER BY created_at DESC LIMIT 20`,
  params: { address: 'text' },
  row: found,
});

/** Clients of that name who have booked under other addresses. */
export const clientsNamed = statement({
  text: `SELECT DISTINCT lower(client_email) AS address FROM booking
    WHERE lower(client_name) = lower($name) AND lower(client_email) <> lower($address) LIMIT 3`,
  params: { name: 'text', address: 'text' },
  row: { address: 'text!' },
});

/** Messages from or to an address; its words find them, and the address itself decides. No more are counted than that. */
export const mailsWith = statement({
  text: `SELECT count(*) AS count, min(x.date) AS first FROM (
      SELECT m.date FROM mail_message m WHERE m.account_id = ANY ($accountIds) AND m.search @@ to_tsquery('simple', $words)
        AND m.people @> ARRAY[lower($address::text)] LIMIT 1000) x`,
  params: { accountIds: 'uuid[]', words: 'text', address: 'text' },
  row: { count: 'int8!', first: 'timestamptz?' },
});

/** Who a message is from and to, and by whose word. */
export const peopleOfMail = statement({
  text: `SELECT m.account_id AS "accountId", m."from", m."to", m.reply_to AS "replyTo", m.date, m.origin
    FROM mail_placement p JOIN mail_message m ON m.id = p.message_id
    WHERE p.id = $id AND p.account_id = ANY ($accountIds)`,
  params: { id: 'uuid', accountIds: 'uuid[]' },
  row: {
    accountId: 'uuid',
    from: known<readonly Mailbox[]>('jsonb'),
    to: known<readonly Mailbox[]>('jsonb'),
    replyTo: known<readonly Mailbox[]>('jsonb'),
    date: 'timestamptz',
    origin: known<MailOrigin | null>('jsonb?'),
  },
});
