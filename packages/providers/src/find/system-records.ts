import { Resolver } from 'node:dns/promises';
import { systemRecords } from '../caldav/discover/service-records.ts';
import type { DomainRecords } from './account-finder.ts';

/** Short: the records are a help, and a person waits at the other end. */
const PATIENCE = { timeout: 1_500, tries: 2 };

/** With the name servers of this machine. */
export function systemDomainRecords(): DomainRecords {
  const resolver = new Resolver(PATIENCE);
  return {
    ...systemRecords(),
    async exchanges(domain) {
      const found = await resolver.resolveMx(domain).catch(() => []);
      return found.toSorted((a, b) => a.priority - b.priority).map(({ exchange }) => exchange);
    },
  };
}
