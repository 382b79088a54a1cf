import { writtenMailbox } from '@atelier/mail/address/mailbox';
import type { ComposedMail } from '../port/mail/mail-provider.ts';

/**
 * The bytes of a mail (RFC 5322), once: every attempt sends these. Blind copies are in no header. Recipients were read as
 * single addresses before; line ends in a subject are spaces.
 */
export async function composeMail(mail: ComposedMail): Promise<Uint8Array> {
  const { from, to, cc, subject, text, messageId, inReplyTo, references, date, files, calendar } = mail;
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const composer = new MailComposer({
    from: writtenMailbox(from),
    to: to.map(writtenMailbox),
    cc: cc.map(writtenMailbox),
    subject: subject.replaceAll(/[\r\n]+/g, ' '),
    text,
    // Long lines are what telephones wrap best; the encoding keeps them whole on the way.
    textEncoding: 'quoted-printable',
    messageId: `<${messageId}>`,
    ...(inReplyTo !== null && { inReplyTo: `<${inReplyTo}>` }),
    ...(references.length > 0 && { references: references.map((id) => `<${id}>`) }),
    date,
    attachments: files.map(({ name, type, bytes }) => ({
      filename: name,
      contentType: type,
      content: Buffer.from(bytes),
      contentDisposition: 'attachment',
    })),
    // One part alone: `icalEvent` would add the same once more as a file, and programs take both.
    ...(calendar && {
      alternatives: [
        { contentType: `text/calendar; method=${calendar.method}; charset=UTF-8`, content: calendar.text },
      ],
    }),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

/** The same bytes for the folder of what was sent, where the author sees who had blind copies. */
export function withBlindCopies(source: Uint8Array, bcc: ComposedMail['to']): Uint8Array {
  if (bcc.length === 0) return source;
  const addresses = bcc.map(({ address }) => address).join(',\r\n ');
  return Buffer.concat([Buffer.from(`Bcc: ${addresses}\r\n`), source]);
}
