import type { Mailer } from '@atelier/usecases/deliver-mail';
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
    async send({ id, from, to, subject, text, calendar }) {
      if (/[\s,;:<>"\p{C}]/u.test(to) || !to.includes('@'))
        throw new Error('The recipient is not one plain address.');
      await transport.sendMail({
        from,
        to: { name: '', address: to },
        subject: subject.replaceAll(/[\r\n]+/g, ' '),
        text,
        attachments: calendar === null ? [] : [calendarAttachment(calendar)],
        messageId: `<${id}@atelier>`,
      });
    },
  };
}

/** A file to be opened and imported: no METHOD, so that no mail program takes it for an invitation to be answered. */
function calendarAttachment(content: string) {
  return { filename: 'booking.ics', content, contentType: 'text/calendar; charset=utf-8' };
}
