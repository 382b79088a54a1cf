import { isIP } from 'node:net';
import type { ServiceRecords, ServiceTarget } from '../../caldav/discover/service-records.ts';
import type { MailSecurity } from '../../port/mail/mail-account.ts';
import type { MailPlace, MailServers } from '../../port/mail/mail-finder.ts';

/** TLS from the first byte is preferred to STARTTLS (RFC 8314, 3.3); neither is done without. */
const SERVICES = {
  imap: [
    ['_imaps._tcp', 'tls'],
    ['_imap._tcp', 'starttls'],
  ],
  smtp: [
    ['_submissions._tcp', 'tls'],
    ['_submission._tcp', 'starttls'],
  ],
} as const satisfies Record<string, readonly (readonly [string, MailSecurity])[]>;

/** What a domain says of its mail servers in the DNS (RFC 6186, 8314); null where it does not name both. */
export async function announcedServers(domain: string, records: ServiceRecords): Promise<MailServers | null> {
  const [imap, smtp] = await Promise.all(
    [SERVICES.imap, SERVICES.smtp].map(async (ways) => {
      const places = await Promise.all(
        ways.map(async ([service, security]) =>
          placeOf(await records.targets(`${service}.${domain}`), security),
        ),
      );
      return places.find((place) => place !== null) ?? null;
    }),
  );
  return imap && smtp ? { imap, smtp } : null;
}

/** The best of what is named; `.` says that the service is not offered (RFC 6186, 3.4). */
function placeOf(targets: readonly ServiceTarget[], security: MailSecurity): MailPlace | null {
  const [best] = targets.toSorted((a, b) => a.priority - b.priority || b.weight - a.weight);
  const host = best?.name.replace(/\.$/, '').toLowerCase() ?? '';
  if (!best || !/^[a-z0-9_-]+(?:\.[a-z0-9_-]+)+$/.test(host) || isIP(host) !== 0) return null;
  return best.port > 0 && best.port < 65_536 ? { host, port: best.port, security } : null;
}
