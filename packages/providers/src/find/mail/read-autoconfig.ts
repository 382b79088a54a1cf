import { Parser } from 'htmlparser2';
import type { MailSecurity } from '../../port/mail/mail-account.ts';
import type { MailPlace, MailServers } from '../../port/mail/mail-finder.ts';

export interface ReadAutoconfig {
  readonly servers: MailServers;
  readonly username: string;
}

interface Server {
  readonly protocol: string;
  readonly values: Map<string, string>;
}

const MOST_SERVERS = 40;
const MOST_LETTERS = 300;

/**
 * Reads the file in which a provider tells mail programs where it is (`config-v1.1.xml`, as Thunderbird has defined it):
 * the first server of each sort that is encrypted and takes a password or a sign-in. Pure.
 * @returns null where there is none for both.
 */
export function readAutoconfig(text: string, address: string): ReadAutoconfig | null {
  const servers = serversIn(text);
  const [imap, smtp] = (['imap', 'smtp'] as const).map((protocol) =>
    servers
      .filter((server) => server.protocol === protocol)
      .flatMap((server) => {
        const place = placeOf(server, address);
        return place ? [{ place, username: filled(server.values.get('username') ?? '', address) }] : [];
      })
      // TLS from the first byte is preferred (RFC 8314, 3).
      .toSorted((a, b) => Number(a.place.security !== 'tls') - Number(b.place.security !== 'tls'))
      .at(0),
  );
  if (!imap || !smtp) return null;
  return { servers: { imap: imap.place, smtp: smtp.place }, username: imap.username || address };
}

function serversIn(text: string): readonly Server[] {
  const found: Server[] = [];
  let [within, field, value]: [Server | null, string, string] = [null, '', ''];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (/^(?:incoming|outgoing)Server$/.test(name) && found.length < MOST_SERVERS) {
          within = { protocol: (attributes['type'] ?? '').toLowerCase(), values: new Map() };
          found.push(within);
        }
        [field, value] = [name, ''];
      },
      ontext(part) {
        value = (value + part).slice(0, MOST_LETTERS);
      },
      onclosetag(name) {
        // Of several ways to sign in, the first is preferred.
        if (name === field && within && !within.values.has(name)) within.values.set(name, value.trim());
        if (/^(?:incoming|outgoing)Server$/.test(name)) within = null;
        field = '';
      },
    },
    { xmlMode: true },
  );
  parser.end(text);
  return found;
}

const SECURITIES: Readonly<Record<string, MailSecurity>> = { ssl: 'tls', tls: 'tls', starttls: 'starttls' };

/** Null of one that is not encrypted, or no server that can be reached. */
function placeOf({ values }: Server, address: string): MailPlace | null {
  const host = filled(values.get('hostname') ?? '', address).toLowerCase();
  const security = SECURITIES[(values.get('socketType') ?? '').toLowerCase()];
  const port = Number(values.get('port'));
  if (!/^[a-z0-9_-]+(?:\.[a-z0-9_-]+)+$/.test(host) || security === undefined) return null;
  return Number.isInteger(port) && port > 0 && port < 65_536 ? { host, port, security } : null;
}

/** With what stands for the parts of the address. */
function filled(text: string, address: string): string {
  const at = address.lastIndexOf('@');
  return text
    .replaceAll('%EMAILADDRESS%', () => address)
    .replaceAll('%EMAILLOCALPART%', () => address.slice(0, at))
    .replaceAll('%EMAILDOMAIN%', () => address.slice(at + 1));
}
