import type { Calendar } from '../api/answers.ts';

type Kind = Calendar['kind'];

export interface CalendarGroup {
  /** The connection, or the kind of Atelier's own calendars. */
  readonly key: string;
  /** The account's; null for Atelier's own, which are called by their kind. */
  readonly name: string | null;
  readonly kind: Kind;
  readonly calendars: readonly Calendar[];
}

const KINDS: readonly Kind[] = ['personal', 'group', 'mission'];

/** Those of accounts first, then Atelier's own: personal ones, groups, missions; by name within each. */
export function calendarGroups(calendars: readonly Calendar[]): readonly CalendarGroup[] {
  const groups = Map.groupBy(calendars, ({ connectionId, kind }) => connectionId ?? kind);
  return [...groups]
    .map(([key, members]) => ({
      key,
      name: members[0]?.connectionName ?? null,
      kind: members[0]?.kind ?? 'personal',
      calendars: members.toSorted((a, b) => byName(a.name, b.name)),
    }))
    .sort((a, b) => rank(a) - rank(b) || byName(a.name ?? '', b.name ?? ''));
}

const rank = ({ name, kind }: CalendarGroup) => (name === null ? 1 + KINDS.indexOf(kind) : 0);
const byName = (a: string, b: string) => a.localeCompare(b, undefined, { numeric: true });
