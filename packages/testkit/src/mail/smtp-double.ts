import { type GreetingServer, startGreeting } from './greeting-server.ts';

export interface SmtpDouble extends GreetingServer {
  /** Mails that came whole, with the line ends of SMTP. */
  readonly taken: readonly string[];
}

/** As much of SMTP as it takes to sign in by a provider's token (SASL XOAUTH2) and to hand mails over. */
export async function startSmtpDouble(token: (user: string, token: string) => boolean): Promise<SmtpDouble> {
  const taken: string[] = [];
  let body: string | null = null;
  const server = await startGreeting({
    hello: '220 double\r\n',
    answer(line) {
      if (body !== null) {
        if (line !== '.') body += `${line}\r\n`;
        else {
          taken.push(body);
          body = null;
          return '250 taken\r\n';
        }
        return null;
      }
      const [verb = '', how = '', said = ''] = line.split(' ');
      if (/^EHLO$/i.test(verb)) return '250-double\r\n250 AUTH XOAUTH2\r\n';
      if (/^AUTH$/i.test(verb) && /^XOAUTH2$/i.test(how)) {
        const [, user = '', bearer = ''] =
          /^user=([^\x01]*)\x01auth=Bearer ([^\x01]*)/.exec(Buffer.from(said, 'base64').toString()) ?? [];
        return token(user, bearer) ? '235 in\r\n' : '535 5.7.8 Username and Password not accepted\r\n';
      }
      if (/^DATA$/i.test(verb)) {
        body = '';
        return '354 go on\r\n';
      }
      return '250 well\r\n';
    },
  });
  return { ...server, taken };
}
