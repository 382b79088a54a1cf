import type { ProviderKind } from '@atelier/providers/kinds';
import type { FailureColumns } from '../calendar/calendar-list.ts';
import type { Database } from '../database.ts';

export interface ConnectionOverview {
  readonly id: string;
  readonly name: string;
  readonly kind: ProviderKind;
  readonly serverUrl: string;
  readonly username: string;
  readonly ownerName: string;
  readonly demo: boolean;
  readonly state: 'ok' | 'failing' | 'credentials';
  readonly failure: FailureColumns | null;
  readonly retryAt: Date | null;
  readonly lastPolledAt: Date | null;
  readonly calendars: number;
  readonly selected: number;
}

const KINDS = { NEXTCLOUD: 'nextcloud', INFOMANIAK: 'infomaniak', CALDAV: 'caldav' } as const;

export async function connectionOverview(database: Database): Promise<readonly ConnectionOverview[]> {
  const rows = await database.prisma.connection.findMany({
    orderBy: { createdAt: 'asc' },
    include: { owner: { select: { name: true } }, calendars: { select: { enabled: true } } },
  });
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    kind: KINDS[row.kind],
    serverUrl: row.serverUrl,
    username: row.username,
    ownerName: row.owner.name,
    demo: row.demo,
    state: row.state === 'CREDENTIALS' ? 'credentials' : row.failureKind === null ? 'ok' : 'failing',
    failure:
      row.failureKind === null
        ? null
        : { kind: row.failureKind, message: row.failureMessage ?? '', hint: row.failureHint },
    retryAt: row.retryAt,
    lastPolledAt: row.lastPolledAt,
    calendars: row.calendars.length,
    selected: row.calendars.filter((calendar) => calendar.enabled).length,
  }));
}
