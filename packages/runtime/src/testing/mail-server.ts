import { SMTPServer } from 'smtp-server';
import { createSmtpMailer } from '../mail/smtp.ts';

export interface ReceivedMail {
  readonly to: readonly string[];
  /** As it came over the line. */
  readonly text: string;
}

/**
 * A mail server on this machine, for tests, and a mailer that knows it.
 * @param refuse says why a mail is not taken.
 * @param answering is waited for once a mail has come whole, before the server says what it makes of it.
 */
export async function mailServer(
  refuse: () => Error | null = () => null,
  answering: () => Promise<void> = () => Promise.resolve(),
) {
  const received: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', async () => {
        await answering();
        const error = refuse();
        if (!error) {
          const to = session.envelope.rcptTo.map(({ address }) => address);
          received.push({ to, text: Buffer.concat(parts).toString() });
        }
        done(error);
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const url = `smtp://127.0.0.1:${port}`;
  const mailer = createSmtpMailer(url);
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { url, received, mailer, [Symbol.asyncDispose]: close };
}
