import type { Mailer } from '@atelier/usecases/deliver-mail';
import { createTransport } from 'nodemailer';

export interface SmtpSettings {
  /** `smtp://` or `smtps://`, with user and password where the server wants them. */
  readonly url: string;
  /** `Atelier <studio@example.org>` */
  readonly from: string;
}

const TIMEOUT_MS = 20_000;

/** Mail through the studio's own SMTP server. */
export function createSmtpMailer({ url, from }: SmtpSettings): Mailer {
  const transport = createTransport(url, { from });
  Object.assign(transport.options, {
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ id, to, subject, text }) {
      if (/[\r\n,;<>]/.test(to)) throw new Error('The recipient is not one plain address.');
      await transport.sendMail({
        from,
        to: { name: '', address: to },
        subject,
        text,
        messageId: `<${id}@atelier>`,
      });
    },
  };
}
