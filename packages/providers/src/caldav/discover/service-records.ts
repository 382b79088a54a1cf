import { Resolver } from 'node:dns/promises';

/** Where a service of a domain is offered (RFC 2782). */
export interface ServiceTarget {
  /** A host name; `.` or empty where the service is said not to be offered. */
  readonly name: string;
  readonly port: number;
  readonly priority: number;
  readonly weight: number;
}

/** Asks the DNS about a service. Both give nothing where there is no such record, or no answer. */
export interface ServiceRecords {
  /** SRV records of a name such as `_caldavs._tcp.example.org`. */
  targets(name: string): Promise<readonly ServiceTarget[]>;
  /** The strings of its TXT records. */
  texts(name: string): Promise<readonly string[]>;
}

/** Short: the records are a help, and a person waits at the other end. */
const PATIENCE = { timeout: 1_500, tries: 2 };

/** With the name servers of this machine. */
export function systemRecords(): ServiceRecords {
  const resolver = new Resolver(PATIENCE);
  return {
    targets: (name) => resolver.resolveSrv(name).catch(() => []),
    texts: async (name) => (await resolver.resolveTxt(name).catch(() => [])).flat(),
  };
}
