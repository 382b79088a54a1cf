import {
  type CalDavServer,
  calendarUrl,
  deleteObject,
  getObject,
  makeCalendar,
  putObject,
} from '@atelier/testkit/caldav-server';
import type { ServerUnderTest } from '../../contract/server-under-test.ts';
import type { ProviderKind } from '../../kinds.ts';
import { accessTo, testGateway } from './dav-account-under-test.ts';

/** A CalDAV server as the contract wants to see it. */
export function davServerUnderTest(server: CalDavServer, kind: ProviderKind = 'caldav'): ServerUnderTest {
  const gateway = testGateway();
  const urlOf = (href: string): string => new URL(href, server.url).href;
  return {
    gateway,
    access: { ...accessTo(server), kind },
    async makeCalendar(name) {
      await makeCalendar(server, name);
      return new URL(calendarUrl(server, name)).pathname;
    },
    put: async (calendar, name, body) => void (await putObject(server, urlOf(calendar), name, body)),
    delete: (calendar, name) => deleteObject(server, urlOf(calendar), name),
    get: (calendar, name) => getObject(server, urlOf(calendar), name),
    hrefOf: (calendar, name) => calendar + encodeName(name),
    missingCalendar: (calendar) => `${calendar.slice(0, -1)}-nowhere/`,
    lostCursor: { phase: 'done', token: 'http://nobody.example/ns/sync/xyz', ctag: null },
    async [Symbol.asyncDispose]() {
      await gateway.close();
      await server[Symbol.asyncDispose]();
    },
  };
}

/** As canonicalHref does, which leaves RFC 3986's unreserved characters alone. */
function encodeName(name: string): string {
  return encodeURIComponent(name).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
