import type { EffectOf } from '../faults/effect.ts';
import type { Exchange } from '../faults/exchange.ts';
import { type ChangeKind, type StoredCalendar, sequenceOf } from '../store/stored-calendar.ts';
import { readToken, renderToken } from './sync-token.ts';

/** What a sync-collection is to be answered with. */
export type SyncPlan =
  | { readonly kind: 'refused'; readonly status: number; readonly precondition: boolean }
  | {
      readonly kind: 'page';
      readonly changed: readonly string[];
      readonly removed: readonly string[];
      readonly token: string;
      /** More follows, and the client is told so (RFC 6578 3.6). */
      readonly truncated: boolean;
    };

interface Member {
  readonly name: string;
  readonly sequence: number;
  readonly removed: boolean;
}

/** Decides the answer to a REPORT with this token (empty: initial) and the client's own limit. */
export function planSync(
  exchange: Exchange,
  calendar: StoredCalendar,
  token: string,
  limit: number | null,
): SyncPlan {
  const refused = token === '' ? undefined : exchange.effect('token-refused');
  if (refused) return { kind: 'refused', status: refused.status, precondition: refused.precondition ?? true };
  if (token === '' && limit !== null && exchange.effect('limit')?.form === 'refused') {
    return { kind: 'refused', status: 507, precondition: false };
  }
  const since = sinceOf(exchange, calendar, token);
  if (since === 'refused')
    return { kind: 'refused', status: 403, precondition: !exchange.layout.bareRefusals };
  if (since === 'nothing') {
    return { kind: 'page', changed: [], removed: [], token, truncated: false };
  }
  const members = since === null ? allMembers(calendar) : membersSince(exchange, calendar, since);
  return paged(exchange, calendar, members, limit);
}

/** From which change on; null for the initial sync, `nothing` where the token is simply echoed. */
function sinceOf(
  exchange: Exchange,
  calendar: StoredCalendar,
  token: string,
): number | null | 'refused' | 'nothing' {
  if (token === '') return null;
  const sequence = readToken(exchange.layout, calendar, token);
  if (sequence !== null && exchange.effect('token-frozen')) return 'nothing';
  if (sequence !== null && sequence > sequenceOf(calendar)) {
    return exchange.effect('token-future-accepted') ? 'nothing' : 'refused';
  }
  if (sequence !== null) return sequence;
  return exchange.effect('token-unknown-is-initial') ? null : 'refused';
}

const allMembers = (calendar: StoredCalendar): Member[] =>
  Array.from(calendar.objects.values(), ({ name, sequence }) => ({ name, sequence, removed: false }));

/** The latest change of each name, in order. */
function membersSince(exchange: Exchange, calendar: StoredCalendar, since: number): Member[] {
  const keep = exchange.effect('log-pruned')?.keep;
  const from = keep === undefined ? since : Math.max(since, sequenceOf(calendar) - keep);
  const deleteWins = exchange.effect('delete-wins') !== undefined;
  const latest = new Map<string, { sequence: number; kind: ChangeKind }>();
  for (let index = from; index < calendar.log.length; index++) {
    const change = calendar.log[index];
    if (!change) continue;
    const before = latest.get(change.name);
    const kind = deleteWins && before?.kind === 'removed' ? 'removed' : change.kind;
    latest.delete(change.name);
    latest.set(change.name, { sequence: change.sequence, kind });
  }
  return Array.from(latest, ([name, { sequence, kind }]) => ({
    name,
    sequence,
    removed: kind === 'removed',
  }));
}

type PageForm = EffectOf<'paged'>['form'];

function pageRule(exchange: Exchange, limit: number | null): { size: number; form: PageForm } | null {
  const paged = exchange.effect('paged');
  if (paged) return paged;
  if (limit === null) return null;
  const form = exchange.effect('limit')?.form ?? '507';
  return form === 'ignored' || form === 'refused' ? null : { size: limit, form };
}

function paged(
  exchange: Exchange,
  calendar: StoredCalendar,
  members: readonly Member[],
  limit: number | null,
): SyncPlan {
  const rule = pageRule(exchange, limit);
  const page = rule ? members.slice(0, rule.size) : members;
  const isCut = page.length < members.length;
  const last = isCut && rule?.form !== 'lossy' ? page.at(-1)?.sequence : undefined;
  return {
    kind: 'page',
    changed: page.filter((member) => !member.removed).map((member) => member.name),
    removed: page.filter((member) => member.removed).map((member) => member.name),
    token: last === undefined ? shownToken(exchange, calendar) : renderToken(exchange.layout, calendar, last),
    truncated: isCut && rule?.form === '507',
  };
}

/** The calendar's token (and ctag) as this request shows it. */
export function shownToken(exchange: Exchange, calendar: StoredCalendar): string {
  return renderToken(exchange.layout, calendar, shownSequence(exchange, calendar));
}

function shownSequence(exchange: Exchange, calendar: StoredCalendar): number {
  if (exchange.effect('token-reset')) return 0;
  const current = sequenceOf(calendar);
  if (!exchange.effect('token-frozen')) return current;
  calendar.frozenAt ??= current;
  return calendar.frozenAt;
}
