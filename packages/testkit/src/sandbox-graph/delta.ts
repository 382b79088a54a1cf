import { eventAnswer, instanceAnswer, type Showing } from './event-answer.ts';
import { type Fields, GraphError, type StoredCalendar, type StoredEvent } from './graph-store.ts';
import { type Occurrence, occurrenceId, occurrencesIn, recurrenceOf, type Stretch } from './occurrences.ts';

/** What a link holds; opaque to clients. */
interface DeltaToken {
  readonly from: string;
  readonly to: string;
  /** The client knows the history up to here; 0 in a first round. */
  readonly since: number;
  /** The round tells the history up to here. */
  readonly until: number;
  /** Rows told already. */
  readonly told: number;
  readonly size: number;
}

export interface DeltaPage {
  readonly value: readonly Fields[];
  /** One of both, without the host. */
  readonly next: { readonly kind: 'skiptoken' | 'deltatoken'; readonly token: string };
}

export function firstToken(
  stretch: { readonly from: string; readonly to: string },
  showing: Showing,
  size: number,
) {
  return { ...stretch, since: 0, until: showing.calendar.history, told: 0, size };
}

/** A deltatoken begins a new round; a skiptoken goes on with one. */
export function readToken(text: string, { calendar, settings }: Showing, begins: boolean): DeltaToken {
  let token: DeltaToken;
  try {
    token = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as DeltaToken;
    if (typeof token.since !== 'number') throw new Error('no token');
  } catch {
    throw dead(settings.deadToken);
  }
  if (token.since < calendar.deadBefore && (begins || token.since > 0)) throw dead(settings.deadToken);
  const since = settings.replays ? Math.max(0, token.since - 3) : token.since;
  return begins ? { ...token, since, until: calendar.history, told: 0 } : token;
}

function dead(status: 410 | 400): GraphError {
  return new GraphError(
    status,
    status === 410 ? 'SyncStateNotFound' : 'SyncStateInvalid',
    'The sync state generation is not found; continuing sync is impossible.',
  );
}

export function deltaPage(showing: Showing, token: DeltaToken): DeltaPage {
  const rows = rowsSince(showing, token);
  const value = rows.slice(token.told, token.told + token.size);
  const told = token.told + value.length;
  if (told < rows.length) return { value, next: { kind: 'skiptoken', token: written({ ...token, told }) } };
  return { value, next: { kind: 'deltatoken', token: written({ ...token, since: token.until, told: 0 }) } };
}

function written(token: DeltaToken): string {
  return Buffer.from(JSON.stringify(token)).toString('base64url');
}

/** The rows of a round that goes on, for its next page; every change of the calendar makes them anew. */
const underWay = new WeakMap<StoredCalendar, { readonly round: string; readonly rows: readonly Fields[] }>();

function rowsSince(showing: Showing, token: DeltaToken): readonly Fields[] {
  const { calendar, settings } = showing;
  const round = JSON.stringify([calendar.history, token.since, token.from, token.to, settings]);
  const kept = underWay.get(calendar);
  if (kept?.round === round) return kept.rows;
  const rows = readRows(showing, token);
  underWay.set(calendar, { round, rows });
  return rows;
}

function readRows(showing: Showing, token: DeltaToken): readonly Fields[] {
  const { calendar } = showing;
  const stretch = { from: Temporal.Instant.from(token.from), to: Temporal.Instant.from(token.to) };
  const gone = calendar.removed.filter(({ at }) => at > token.since);
  // A first round may tell of what is gone as well.
  return [
    ...[...calendar.events.values()].flatMap((event) => eventRows(showing, event, stretch, token.since)),
    ...gone.map(({ id }) => ({ id, '@removed': { reason: 'deleted' } })),
  ];
}

function eventRows(showing: Showing, event: StoredEvent, stretch: Stretch, since: number): readonly Fields[] {
  const { settings } = showing;
  const there = occurrencesIn(event, stretch);
  const changed = event.changedAt > since;
  if (recurrenceOf(event.fields) === null) {
    if (!changed) return [];
    if (there.length === 0) return since === 0 ? [] : [{ id: event.id, '@removed': { reason: 'changed' } }];
    const { transactionId: _, ...row } = eventAnswer(showing, event);
    return [{ '@odata.type': '#microsoft.graph.event', ...row }];
  }
  const exceptions = there.filter((one) => {
    const exception = event.exceptions.get(one.original);
    return exception !== undefined && exception.changedAt > since;
  });
  const cancelled = settings.deletionsInDelta
    ? [...event.cancelled].filter(([, at]) => at > since && since > 0).map(([original]) => original)
    : [];
  const masterToo = changed && settings.mastersInDelta && there.length > 0;
  return [
    ...(masterToo ? [eventAnswer(showing, event)] : []),
    ...exceptions.map((one) => instanceAnswer(showing, event, one, true)),
    ...stubs(showing, event, there, since),
    ...cancelled.map((original) => ({
      id: occurrenceId(event.id, original),
      '@removed': { reason: 'deleted' },
    })),
    ...(changed && there.length === 0 && since > 0
      ? [{ id: event.id, '@removed': { reason: 'changed' } }]
      : []),
  ];
}

/** All instances of a series whose own fields changed; none again where only an instance did. */
function stubs(
  showing: Showing,
  event: StoredEvent,
  there: readonly Occurrence[],
  since: number,
): readonly Fields[] {
  if (event.ownChangedAt <= since) return [];
  return there.filter(({ exception }) => !exception).map((one) => instanceAnswer(showing, event, one, true));
}
