import type { DomainRecords } from '@atelier/providers/find/account-finder';
import { openHttp } from './open-http.ts';

/** Somebody looks now and then: what it takes is loaded and opened for that, and closed again. */
export async function lookingUp<Found>(
  allow: string,
  look: (parts: {
    readonly http: ReturnType<typeof openHttp>;
    readonly records: DomainRecords;
  }) => Promise<Found>,
): Promise<Found> {
  const { systemDomainRecords } = await import('@atelier/providers/find/system-records');
  const http = openHttp(allow);
  try {
    return await look({ http, records: systemDomainRecords() });
  } finally {
    await http.close();
  }
}
