import { known, statement } from '../statement.ts';

export const waitForStudio = statement({
  text: `SELECT pg_advisory_xact_lock(hashtext('atelier studio')) AS turn`,
  params: {},
  row: { turn: 'void' },
});

/** By hand, as it is read with every mail and several times with every booking. */
export const theStudio = statement({
  text: `SELECT name, address, phone, zone, language, sender, url, sender_read AS "senderRead", replies, demo FROM studio`,
  params: {},
  row: {
    name: 'text',
    address: 'text',
    phone: 'text',
    zone: 'text',
    language: 'text',
    sender: 'text',
    url: 'text',
    senderRead: 'bool',
    /** Whose address a client's answer to a mail goes to. */
    replies: known<'artist' | 'studio'>('text'),
    demo: 'bool',
  },
});
