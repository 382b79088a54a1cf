import { knownFailure } from '../../../failures/known-failure.ts';
import { troubles } from '../../../failures/mail/en.ts';
import { says } from '../../../sentence.ts';
import type { MailFailed, Most } from '../../given.ts';

/** Mailboxes of people, and what they write there. */
export const mailbox = {
  'mail-address': ({ address }: { readonly address: string }) =>
    says(
      `“${address}” is not a mail address. Nothing was changed.`,
      'Enter one such as info@studio.example.',
    ),
  'mail-servers-unknown': ({ address }: { readonly address: string }) =>
    says(
      `The mail servers of ${address} could not be found. No password was sent.`,
      'Enter the servers yourself; the provider’s help pages call them IMAP and SMTP.',
    ),
  'mail-servers-elsewhere': ({ address, imap, smtp }: MailElsewhere) =>
    says(
      `The domain of ${address} names servers outside of it (${imap} and ${smtp}), and nobody vouches for that. No password was sent.`,
      'If your provider’s help pages name the same servers, enter them yourself.',
    ),
  'mail-failed': ({ trouble, host, port, message, hint }: MailFailed) => {
    const known = knownFailure(troubles, trouble);
    if (known === null) return says(message, hint);
    return says(`${host}:${port}: ${known.message}`, known.hint);
  },
  'mail-certificate': ({ host, fingerprint, subject, issuer, validTo }: MailCertificate) =>
    says(
      `Nobody vouches for the certificate of ${host} (of ${subject}, by ${issuer}, until ${validTo}). No password was sent.`,
      `Compare its fingerprint with that of whoever runs the server, and accept it if they are equal: ${fingerprint}`,
    ),
  'mailbox-taken': ({ address }: { readonly address: string }) =>
    says(
      `Somebody else has connected ${address} here. Nothing was changed.`,
      'Ask them to share the mailbox with you.',
    ),
  'mail-answered': ({ name }: { readonly name: string }) =>
    says(
      `${name || 'Somebody'} has answered this message meanwhile. Yours was not sent; it is kept as a draft.`,
      'Look at what was answered, then send yours all the same, or throw it away.',
    ),
  'mail-being-answered': ({ name }: { readonly name: string }) =>
    says(
      `${name || 'Somebody'} is writing an answer to this message too. Yours was not sent; it is kept as a draft.`,
      'Talk to each other, then send it all the same, or throw it away.',
    ),
  'no-template': () => says('There is no such template (any more).', 'Look at the list again.'),
  'no-mailbox': () => says('There is no such mailbox (any more).', 'Look at the list again.'),
  'mailbox-owner-only': () => says('Only whoever connected this mailbox may change it. Nothing was changed.'),
  'mailbox-stopped': () =>
    says(
      'The mail server refused the password of this mailbox, so nothing is asked of it any more. Nothing was lost.',
      'Connect the mailbox again with the new password.',
    ),
  'mailbox-sending': () =>
    says('A mail is just being sent from this mailbox. Nothing was removed.', 'Try again in a moment.'),
  'no-mail-folder': () =>
    says('There is no such folder (any more). Nothing was changed.', 'Look at the list again.'),
  'no-folder-for': ({ role }: { readonly role: string }) =>
    says(
      `This mailbox has no folder for that (${role}). Nothing was changed.`,
      'Make one in it, or move the messages to another folder.',
    ),
  'no-message': () => says('There is no such message (any more).', 'Look at the list again.'),
  'message-gone': () =>
    says(
      'The mail server no longer has this message.',
      'It was moved or deleted in another program; the list follows.',
    ),
  'message-moving': () =>
    says('This message is just being moved. Nothing was changed.', 'Try again in a moment.'),
  'no-attachment': () => says('There is no such attached file (any more).'),
  'no-draft': () =>
    says(
      'This is no draft any more. Nothing was changed.',
      'Somebody may have sent or thrown it away meanwhile.',
    ),
  'no-outgoing': () => says('There is no such mail (any more).', 'Look at the list again.'),
  'no-recipient': () =>
    says('Nobody is to receive this mail. It stays a draft.', 'Enter at least one address.'),
  'mail-on-its-way': () =>
    says('It is too late for that: this mail is on its way, or settled already.', 'Look at what was sent.'),
  'attachments-too-large': ({ most }: Most) =>
    says(
      `The files of a mail may have ${most} MB together. This one was not attached.`,
      'Send a link instead.',
    ),
};

/** As the certificate itself says it. */
type MailCertificate = {
  readonly host: string;
  readonly fingerprint: string;
  readonly subject: string;
  readonly issuer: string;
  readonly validTo: string;
};

type MailElsewhere = Readonly<Record<'address' | 'imap' | 'smtp', string>>;
