import { firstLine } from '../edit/text/component-lines.ts';
import { type Existence, type InstanceChange, instanceChanges } from './instance-changes.ts';
import { MASTER, masterDates, type ObjectParts } from './parts/object-parts.ts';
import { statementOf, statementText } from './parts/statement.ts';
import { sameUnit } from './parts/unit.ts';
import type { Side, Versions } from './parts/versions.ts';

/** Which instances there are in the merged series, before anything is said about each of them. */
export interface SeriesDecision {
  /** Whose start, rule, dates and overrides go as one; null where those of both go together. */
  readonly whole: Side | null;
  /** By event key or excluded instance: it is there, or excluded, as on this side. */
  readonly instances: ReadonlyMap<string, Side>;
  /** Both sides changed the series, or one instance of it, in ways that do not go together. */
  readonly conflict: boolean;
}

export function decideSeries(versions: Versions, prefer: Side): SeriesDecision {
  const changes = instanceChanges(versions);
  const whole = isTorn(versions, changes) ? prefer : null;
  const decided = [...changes].map(([key, change]) => [key, decideInstance(change, prefer)] as const);
  return {
    whole,
    instances: new Map(decided.map(([key, { side }]) => [key, whole ?? side])),
    conflict: whole !== null || decided.some(([, { conflict }]) => conflict),
  };
}

function decideInstance({ mine, theirs }: InstanceChange, prefer: Side) {
  if (mine.existence === theirs.existence) return { side: 'theirs', conflict: false } as const;
  if (mine.touched && theirs.touched) return { side: prefer, conflict: true } as const;
  return { side: mine.touched ? 'mine' : 'theirs', conflict: false } as const;
}

/** Both sides moved the series, or one moved it from under what the other did. */
function isTorn(versions: Versions, changes: ReadonlyMap<string, InstanceChange>): boolean {
  const { base, mine, theirs } = versions;
  if (![base, mine, theirs].some((parts) => parts !== null && recurs(parts))) return false;
  const [was, here, there] = [base, mine, theirs].map((parts) => parts && seriesText(parts));
  if (here === there) return false;
  return bothChangedTime(versions) || isLost(versions, changes, here !== was ? 'mine' : 'theirs');
}

function recurs({ events }: ObjectParts): boolean {
  const master = events.get(MASTER);
  if (events.size > 1 || !master) return true;
  const { event, units } = master;
  return units.has('EXDATE') || units.has('RDATE') || firstLine(event, 'RRULE') !== null;
}

const SERIES: ReadonlySet<string> = new Set(['DTSTART', 'RRULE', 'EXRULE']);

/** What says which instances there are; how long they last is another matter. */
function seriesText({ events }: ObjectParts): string {
  const lines = events.get(MASTER)?.event.children ?? [];
  const says = lines.flatMap((line) => {
    const statement = line.kind === 'line' && SERIES.has(line.name) ? statementOf(line) : null;
    return statement ? [statementText(statement)] : [];
  });
  return says.sort().join('\n');
}

/** Both moved it, or one did and the other changed how long it lasts: whose dates fit depends on who wins. */
function bothChangedTime({ base, mine, theirs }: Versions): boolean {
  const [was, here, there] = [base, mine, theirs].map((parts) =>
    parts?.events.get(MASTER)?.units.get('time'),
  );
  return !sameUnit(was, here) && !sameUnit(was, there) && !sameUnit(here, there);
}

/** Whether something that the other side did to an instance would hit nothing in the series as `mover` has it. */
function isLost(versions: Versions, changes: ReadonlyMap<string, InstanceChange>, mover: Side): boolean {
  const other = mover === 'mine' ? 'theirs' : 'mine';
  const instances = [...changes].filter(([key]) => key !== MASTER);
  const has = ({ existence }: { existence: Existence }) => existence !== 'neither';
  // An instance that the mover has no more may well be one of its new ones, under another name by now.
  const renames = instances.some(([, change]) => change.base === 'neither' && has(change[mover]));
  return instances.some(([key, change]) => {
    if (!change[other].touched) return false;
    if (change.base === 'neither') return !hits(versions, mover, key) && hits(versions, other, key);
    return !has(change[mover]) && (renames || has(change[other]));
  });
}

/** What RDATE adds goes with either series. */
function hits(versions: Versions, side: Side, key: string): boolean {
  const { mine, theirs } = versions;
  const added = [mine, theirs].some((parts) => masterDates(parts, 'RDATE').some((date) => date.key === key));
  return added || versions[side].instants.plans(key);
}
