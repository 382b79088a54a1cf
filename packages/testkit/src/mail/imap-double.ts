import { type GreetingServer, startGreeting } from './greeting-server.ts';

/** What it says to a password or a token. */
export type SignInVerdict = 'in' | 'no' | 'too-many' | 'app-password';

export interface ImapDoubleOptions {
  /** Beside IMAP4rev1. */
  readonly capabilities?: string;
  readonly login?: (user: string, password: string) => SignInVerdict;
  /** SASL XOAUTH2 (RFC 7628 has its successor). */
  readonly token?: (user: string, token: string) => SignInVerdict;
  /** Whole lines of the answer to LIST, without what ends them. */
  readonly folders?: readonly string[];
}

const VERDICTS: Readonly<Record<SignInVerdict, string>> = {
  in: 'OK in',
  no: 'NO [AUTHENTICATIONFAILED] Authentication failed.',
  'too-many': 'NO [LIMIT] Maximum number of connections from user+IP exceeded',
  'app-password': 'NO [ALERT] Application-specific password required: https://support.example/',
};

/** As much of IMAP as it takes to sign in and to list folders, by what a test says; for what real servers do seldom. */
export function startImapDouble(options: ImapDoubleOptions = {}): Promise<GreetingServer> {
  const { capabilities = '', folders = ['* LIST (\\HasNoChildren) "/" "INBOX"'] } = options;
  let authenticating: string | null = null;
  const judged = (tag: string, text: string) => {
    const [, user = '', token = ''] =
      /^user=([^\x01]*)\x01auth=Bearer ([^\x01]*)\x01\x01$/.exec(Buffer.from(text, 'base64').toString()) ??
      [];
    return `${tag} ${VERDICTS[options.token?.(user, token) ?? 'no']}\r\n`;
  };
  const answer = (line: string): string | null => {
    if (authenticating !== null) {
      const tag = authenticating;
      authenticating = null;
      return judged(tag, line);
    }
    const [tag = '', verb = '', ...rest] = line.split(' ');
    const said = rest.join(' ');
    switch (verb.toUpperCase()) {
      case 'CAPABILITY':
        return `* CAPABILITY IMAP4rev1 ${capabilities}\r\n${tag} OK\r\n`;
      case 'LOGIN': {
        const [user = '', password = ''] = said.split(' ').map((part) => part.replace(/^"|"$/g, ''));
        return `${tag} ${VERDICTS[options.login?.(user, password) ?? 'in']}\r\n`;
      }
      case 'AUTHENTICATE': {
        const [, first] = said.split(' ');
        if (first !== undefined) return judged(tag, first);
        authenticating = tag;
        return '+ \r\n';
      }
      case 'LIST':
        // Where the tree begins (RFC 3501, 6.3.8).
        if (/^"" ""$/.test(said)) return `* LIST (\\Noselect) "/" ""\r\n${tag} OK\r\n`;
        return `${folders.map((folder) => `${folder}\r\n`).join('')}${tag} OK\r\n`;
      case 'STATUS':
        return `* STATUS ${said.slice(0, said.lastIndexOf('(')).trim()} (MESSAGES 0 UIDNEXT 1 UIDVALIDITY 1 UNSEEN 0)\r\n${tag} OK\r\n`;
      case 'STARTTLS':
        return `${tag} BAD unknown\r\n`;
      case 'LOGOUT':
        return `* BYE\r\n${tag} OK\r\n`;
      default:
        return `${tag} OK\r\n`;
    }
  };
  return startGreeting({ hello: '* OK ready\r\n', answer });
}
