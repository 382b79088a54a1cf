import type { Credential, SignedIn } from '@atelier/providers/port/account';
import type { CalendarProvider } from '@atelier/providers/port/calendar-provider';
import { ProviderFailure } from '@atelier/providers/port/failure';
import type { ProviderGateway } from '@atelier/providers/port/gateway';
import type { RemoteCalendar } from '@atelier/providers/port/remote-calendar';
import type { AuthoritySandbox } from '@atelier/testkit/authority/authority-sandbox';

const CALENDAR: RemoteCalendar = {
  href: 'calendar-1',
  name: 'Appointments',
  color: null,
  description: null,
  timeZone: 'Europe/Zurich',
  readOnly: false,
  ownedByOther: false,
  components: [],
  version: null,
  capabilities: {},
};

/** A provider with one empty calendar, which lets in whoever has a token of this authority. */
export function bearerGateway(authority: AuthoritySandbox): ProviderGateway {
  const letIn = async (credential: Credential): Promise<SignedIn> => {
    if (credential.kind !== 'oauth') throw new TypeError('it should be tokens');
    const token = await credential.accessToken();
    if (authority.bearer(`Bearer ${token}`)) return credential.signedIn;
    const fresh = await credential.accessToken(token);
    if (authority.bearer(`Bearer ${fresh}`)) return credential.signedIn;
    throw new ProviderFailure('signed-out', 'Not let in.', '');
  };
  return {
    async test({ credential }) {
      const { personId, name } = await letIn(credential);
      const account = { id: `person ${personId}`, name: name ?? '', reach: {} };
      return { ok: true, steps: [], account, addresses: [name ?? ''], calendars: [CALENDAR] };
    },
    open: (credential) => {
      const provider: Partial<CalendarProvider> = {
        addresses: async () => [],
        schedules: async () => false,
        async listCalendars() {
          await letIn(credential);
          return [CALENDAR];
        },
        async *changes() {
          yield {
            changed: [],
            removed: [],
            removalEvidence: 'reported',
            listed: 0,
            unreadable: [],
            cursor: {},
            version: null,
            freshLineage: false,
            complete: true,
          };
        },
        traffic: { requests: 0, bytesIn: 0 },
        close: async () => undefined,
      };
      return provider as CalendarProvider;
    },
  };
}
