import { statement } from '../statement.ts';

/** As `mailboxOf` writes it. */
const mailbox = (address: string) => `lower(regexp_replace(${address}, '\\+[^@]*@', '@'))`;

export const readerOf = statement({
  text: `SELECT ${mailbox('$recipient::text')} AS mailbox,
       EXISTS (SELECT 1 FROM "user" WHERE lower(email) = lower($recipient)) AS staff`,
  params: { recipient: 'text' },
  row: { mailbox: 'text', staff: 'bool' },
});

/** Of the last day, the latest first. */
export const mailsOf = statement({
  text: `SELECT due_at AS at FROM mail
     WHERE ${mailbox('recipient')} = $mailbox AND due_at > $now::timestamptz - interval '1 day' AND state <> 'DROPPED'
     ORDER BY due_at DESC LIMIT $most`,
  params: { mailbox: 'text', now: 'timestamptz', most: 'int8' },
  row: { at: 'timestamptz' },
});
