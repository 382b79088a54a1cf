import type { Mailer } from '@atelier/usecases/mail/deliver-mail';
import { createTransport } from 'nodemailer';

const TIMEOUT_MS = 20_000;

/**
 * Mail through the studio's own SMTP server.
 * @param url `smtp://` or `smtps://`, with user and password where the server wants them.
 */
export function createSmtpMailer(url: string): Mailer {
  const transport = createTransport(url);
  Object.assign(transport.options, {
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ id, from, replyTo, to, subject, text, calendar }) {
      if (/[\s,;:<>"\p{C}]/u.test(to) || !to.includes('@'))
        throw new Error('The recipient is not one plain address.');
      await transport.sendMail({
        from,
        ...(replyTo !== null && { replyTo }),
        to: { name: '', address: to },
        subject: subject.replaceAll(/[\r\n]+/g, ' '),
        text,
        ...(calendar !== null && calendarParts(calendar)),
        messageId: `<${id}@${hostOf(from.address)}>`,
        // Nobody has typed it: programs that are away do not answer (RFC 3834, 5).
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    },
  };
}

/**
 * With METHOD it is a part that Gmail and Outlook act upon, which they do by the parameter `method` (RFC 6047, 2.4), and a
 * file beside it for all others; without, a file alone.
 */
function calendarParts(content: string) {
  const filename = 'booking.ics';
  const method = /^METHOD:(\w+)\r?$/m.exec(content)?.[1];
  if (method !== undefined) return { icalEvent: { method, filename, content } };
  return { attachments: [{ filename, content, contentType: 'text/calendar; charset=utf-8' }] };
}

/** A message id ends with a host name that is somebody's (RFC 5322, 3.6.4): that of the sender's address. */
function hostOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}
