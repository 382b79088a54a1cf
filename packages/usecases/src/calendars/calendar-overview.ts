import { type CalendarRow, listCalendars } from '@atelier/database/calendar/calendar-list';
import type { ShareLevel } from '@atelier/database/sharing/share-level';
import type { FailureColumns } from '@atelier/database/source/failure-columns';
import type { ProviderKind } from '@atelier/providers/kinds';
import { PRIVATE_NAME } from '@atelier/words/calendars/private-name';
import { nearestLanguage } from '@atelier/words/language';
import { type Actor, viewerOf } from '../actor.ts';
import type { Context } from '../context.ts';

export type SyncState =
  | 'off' // known, and left alone
  | 'new' // the first pull has not begun
  | 'syncing'
  | 'ok'
  | 'held' // a person must look at what would be deleted
  | 'failing'
  | 'credentials' // the password was refused, the account is stopped
  | 'gone'
  | 'local'; // Atelier's own, no provider

export interface CalendarOverview {
  readonly id: string;
  readonly name: string;
  readonly color: string | null;
  readonly kind: 'personal' | 'group' | 'mission';
  readonly ownerId: string;
  readonly ownerName: string;
  readonly mine: boolean;
  /** What the actor may do with its events. Where that is `busy`, nothing else is told of it either. */
  readonly level: ShareLevel;
  /** For nobody but its owner. */
  readonly private: boolean;
  readonly connectionId: string | null;
  readonly connectionName: string | null;
  readonly provider: ProviderKind | null;
  readonly demo: boolean;
  readonly href: string | null;
  readonly readOnly: boolean;
  /** Somebody else's, shared with the account. */
  readonly ownedByOther: boolean;
  readonly enabled: boolean;
  readonly onConflict: 'remote' | 'local' | 'ask';
  readonly intervalSeconds: number;
  /** A person has set it; otherwise it follows how much happens. */
  readonly intervalChosen: boolean;
  readonly timeZone: string;
  readonly state: SyncState;
  readonly failure: FailureColumns | null;
  readonly progress: { readonly done: number; readonly total: number | null } | null;
  readonly lastCompleteAt: Date | null;
  readonly lastChangedAt: Date | null;
  readonly nextSyncAt: Date;
  /** Since when it waits to be kept in step or left out; null where that is decided. */
  readonly offeredAt: Date | null;
  readonly objects: number;
  /** Grows with every change of what is in it. */
  readonly revision: number;
  /** Writes that have not reached the provider; those of them that it refused. */
  readonly pending: number;
  readonly parked: number;
  readonly held: number;
  readonly conflicts: number;
  readonly quarantined: number;
  readonly flagged: number;
}

export interface OverviewFilter {
  readonly connectionId?: string | undefined;
  readonly ids?: readonly string[] | undefined;
}

/** Every calendar the actor may see, with the honest state of its synchronisation. */
export async function calendarOverview(
  { database }: Pick<Context, 'database'>,
  actor: Actor,
  filter: OverviewFilter = {},
): Promise<readonly CalendarOverview[]> {
  const rows = await listCalendars(database, { viewer: viewerOf(actor), ...filter });
  return rows.map((row) => overview(row, actor));
}

export function syncStateOf(row: CalendarRow): SyncState {
  if (row.connectionId === null) return 'local';
  if (!row.enabled) return 'off';
  if (row.connectionState === 'CREDENTIALS') return 'credentials';
  if (row.progressDone !== null && row.running) return 'syncing';
  if (row.connectionFailure !== null) return 'failing';
  return STATES[row.state];
}

const STATES = { NEW: 'new', OK: 'ok', HELD: 'held', FAILING: 'failing', GONE: 'gone' } as const;
const lower = <T extends string>(value: T) => value.toLowerCase() as Lowercase<T>;

function overview(row: CalendarRow, actor: Actor): CalendarOverview {
  const { progressDone, progressTotal, connectionFailure, connectionState, ...facts } = row;
  const { running, horizonFrom, horizonTo, description, unnamed, ownerLanguage, ...shown } = facts;
  const whole: CalendarOverview = {
    ...shown,
    name: unnamed ? PRIVATE_NAME[nearestLanguage(ownerLanguage)] : row.name,
    kind: lower(row.kind),
    mine: row.ownerId === actor.userId,
    onConflict: lower(row.onConflict),
    state: syncStateOf(row),
    failure: connectionFailure ?? row.failure,
    progress: progressDone === null ? null : { done: progressDone, total: progressTotal },
  };
  return row.level === 'busy' ? { ...whole, ...UNTOLD } : whole;
}

/** Of a calendar that shows no more than when it is busy: how it comes here, and what waits in it. */
const UNTOLD = {
  connectionId: null,
  connectionName: null,
  provider: null,
  href: null,
  state: 'local',
  failure: null,
  progress: null,
  lastCompleteAt: null,
  lastChangedAt: null,
  offeredAt: null,
  objects: 0,
  pending: 0,
  parked: 0,
  held: 0,
  conflicts: 0,
  quarantined: 0,
  flagged: 0,
} as const;
