import { type ProviderKind, providerKind } from '@atelier/providers/kinds';
import type { Database } from '../database.ts';
import { isWhole } from '../prisma/is-whole.ts';
import type { FailureColumns } from '../source/failure-columns.ts';

export interface ConnectionOverview {
  readonly id: string;
  readonly name: string;
  readonly kind: ProviderKind;
  readonly serverUrl: string;
  readonly username: string;
  /** What was granted at the provider; empty where a password opens everything. */
  readonly scopes: readonly string[];
  readonly ownerId: string;
  readonly ownerName: string;
  readonly demo: boolean;
  readonly state: 'ok' | 'failing' | 'credentials';
  readonly failure: FailureColumns | null;
  readonly retryAt: Date | null;
  readonly lastPolledAt: Date | null;
  readonly calendars: number;
  readonly selected: number;
}

export async function connectionOverview(database: Database): Promise<readonly ConnectionOverview[]> {
  const rows = await database.prisma.connection.findMany({
    orderBy: { createdAt: 'asc' },
    include: {
      credential: { select: { username: true, scopes: true } },
      owner: { select: { name: true } },
      sources: { select: { enabled: true } },
    },
  });
  return rows
    .filter((row) => isWhole(row, 'credential', 'owner'))
    .map((row) => ({
      id: row.id,
      name: row.name,
      kind: providerKind(row.kind),
      serverUrl: row.address,
      username: row.credential.username,
      scopes: row.credential.scopes,
      ownerId: row.ownerId,
      ownerName: row.owner.name,
      demo: row.demo,
      state: row.state === 'CREDENTIALS' ? 'credentials' : row.failureKind === null ? 'ok' : 'failing',
      failure:
        row.failureKind === null
          ? null
          : { kind: row.failureKind, message: row.failureMessage ?? '', hint: row.failureHint },
      retryAt: row.retryAt,
      lastPolledAt: row.lastPolledAt,
      calendars: row.sources.length,
      selected: row.sources.filter((source) => source.enabled).length,
    }));
}
