import type { Answer } from '@atelier/calendar/invitation/invitation';
import type { Mailbox } from '@atelier/mail/address/mailbox';
import type { MailOrigin } from '@atelier/mail/read/mail-origin';
import { known, statement } from '../statement.ts';

/** What a message says to calendars, with all by which it is judged. */
export const invitingMail = statement({
  text: `SELECT m.id AS "messageRow", m.account_id AS "accountId", m.message_id AS "messageId", m."references", m.subject,
      m."from", m.reply_to AS "replyTo", m.calendar, m.origin
    FROM mail_placement p JOIN mail_message m ON m.id = p.message_id
    WHERE p.id = $id AND p.account_id = ANY ($accountIds)`,
  params: { id: 'uuid', accountIds: 'uuid[]' },
  row: {
    messageRow: 'uuid',
    accountId: 'uuid',
    messageId: 'text?',
    references: 'text[]',
    subject: 'text',
    from: known<readonly Mailbox[]>('jsonb'),
    replyTo: known<readonly Mailbox[]>('jsonb'),
    calendar: 'text?',
    origin: known<MailOrigin | null>('jsonb?'),
  },
});

/** Copies of an event in these calendars; the one that was answered in comes first. */
export const copiesOf = statement({
  text: `SELECT id, calendar_id AS "calendarId", source, revision, private FROM calendar_object
    WHERE calendar_id = ANY ($calendarIds) AND uid = $uid AND quarantined IS NULL
    ORDER BY id IS NOT DISTINCT FROM $objectId::uuid DESC, array_position($calendarIds, calendar_id), href LIMIT 20`,
  params: { calendarIds: 'uuid[]', uid: 'text', objectId: 'uuid?' },
  row: { id: 'uuid', calendarId: 'uuid', source: 'text', revision: 'int8', private: 'bool' },
});

/** How the accounts of these calendars stand to invitations. */
export const schedulingOf = statement({
  text: `SELECT c.id, coalesce(k.schedules, false) AS schedules, coalesce(k.addresses, '{}') AS addresses
    FROM calendar c LEFT JOIN connection k ON k.id = c.connection_id WHERE c.id = ANY ($calendarIds)`,
  params: { calendarIds: 'uuid[]' },
  row: { id: 'uuid', schedules: 'bool!', addresses: 'text[]!' },
});

const ANSWER = {
  id: 'uuid',
  sequence: 'int4',
  stamp: 'timestamptz?',
  answer: known<Answer>('text'),
  way: known<'server' | 'mail'>('text'),
  calendarId: 'uuid?',
  objectId: 'uuid?',
} as const;

export const answerTo = statement({
  text: `SELECT a.id, a.sequence, a.stamp, a.answer, a.way, a.calendar_id AS "calendarId", a.object_id AS "objectId",
      a.answered_at AS "answeredAt", a.author_id AS "authorId", u.name AS "authorName", o.state AS "mailState"
    FROM invitation_answer a LEFT JOIN "user" u ON u.id = a.author_id LEFT JOIN outgoing_mail o ON o.id = a.mail_id
    WHERE a.account_id = $accountId AND a.uid = $uid AND a.instance = $instance`,
  params: { accountId: 'uuid', uid: 'text', instance: 'text' },
  row: {
    ...ANSWER,
    answeredAt: 'timestamptz',
    authorId: 'text?',
    authorName: 'text?',
    mailState: 'OutgoingState?',
  },
});

/**
 * Another answer, or one to another version, takes the place of the last; the same one is there already, and no row comes
 * back. `$byMailNow`: a server that was to bring it could not.
 */
export const putAnswer = statement({
  text: `INSERT INTO invitation_answer AS a (id, account_id, uid, instance, sequence, stamp, answer, way, calendar_id, object_id,
      mail_id, author_id, answered_at)
    VALUES ($id, $accountId, $uid, $instance, $sequence, $stamp, $answer, $way, $calendarId, $objectId, NULL, $authorId, $now)
    ON CONFLICT (account_id, uid, instance) DO UPDATE SET sequence = EXCLUDED.sequence, stamp = EXCLUDED.stamp,
      answer = EXCLUDED.answer, way = EXCLUDED.way, calendar_id = EXCLUDED.calendar_id, object_id = EXCLUDED.object_id,
      mail_id = NULL, author_id = EXCLUDED.author_id, answered_at = EXCLUDED.answered_at
      WHERE (a.sequence, a.stamp, a.answer) IS DISTINCT FROM (EXCLUDED.sequence, EXCLUDED.stamp, EXCLUDED.answer)
        OR ($byMailNow::bool AND a.way = 'server')
    RETURNING a.id`,
  params: {
    id: 'uuid',
    accountId: 'uuid',
    uid: 'text',
    instance: 'text',
    sequence: 'int4',
    stamp: 'timestamptz?',
    answer: 'text',
    way: 'text',
    calendarId: 'uuid?',
    objectId: 'uuid?',
    authorId: 'text?',
    now: 'timestamptz',
    byMailNow: 'bool',
  },
  row: { id: 'uuid' },
});

export const setMail = statement({
  text: 'UPDATE invitation_answer SET mail_id = $mailId WHERE id = $id',
  params: { id: 'uuid', mailId: 'uuid' },
  row: {},
});
