import {
  type ChannelRow,
  failChannel,
  hintCalendars,
  proveChannel,
  renewChannelNow,
  tendSoon,
} from '@atelier/database/hints/channel-store';
import { transact } from '@atelier/database/transaction';
import type { HintRequest, HintVerdict, HookAnswer } from '@atelier/providers/port/change-hints';
import type { Context } from '../context.ts';
import { asHintChannel } from './channel-keys.ts';
import type { HintGate } from './hint-gate.ts';
import type { KnownChannel } from './known-channel.ts';
import type { SaidBefore } from './said-before.ts';
import type { Told } from './told.ts';

export type HearContext = Pick<Context, 'database' | 'gateways' | 'secrets' | 'clock'> & {
  readonly gate: HintGate;
  readonly said: SaidBefore;
};

/** The same for an address that is nobody's and for one at which somebody speaks who is not who he says. */
const NOT_HERE: HookAnswer = { status: 404 };
const LATER: HookAnswer = { status: 429 };

/**
 * What a provider is answered that says something has changed. Nothing is done here but to look who speaks: the writes
 * that make calendars due come after the answer, for some servers keep their own people waiting for it.
 */
export async function hearHint(
  context: HearContext,
  token: string,
  request: HintRequest,
): Promise<HookAnswer> {
  if (!/^[\w-]{32}$/.test(token)) return NOT_HERE;
  const known = await context.gate.channelAt(token);
  if (known === null) return NOT_HERE;
  if (known === 'too-many') return LATER;
  const verdict = await context.said.verdictOn(token, request, () => verdictOn(context, known, request));
  if (verdict.kind === 'refused') return NOT_HERE;
  const told = toldBy(verdict, known);
  if (told) context.gate.pass(token, told, (all) => actOn(context, known.row, all));
  return verdict.answer;
}

async function verdictOn(
  { gateways, secrets, clock }: HearContext,
  { row, kind, calendars }: KnownChannel,
  request: HintRequest,
): Promise<HintVerdict> {
  const { hints } = await gateways.of(kind);
  if (!hints) return { kind: 'refused' };
  const now = clock().toTemporalInstant();
  return hints.verify(request, asHintChannel(secrets, row, calendars), now);
}

const NONE: ReadonlySet<string> = new Set();

/** Null where there is nothing to act on. */
function toldBy(verdict: Exclude<HintVerdict, { kind: 'refused' }>, known: KnownChannel): Told | null {
  switch (verdict.kind) {
    case 'nothing':
      return null;
    case 'greeted':
      return known.row.provenAt === null ? { calendars: NONE, standing: 'greeted' } : null;
    case 'to-renew':
      return { calendars: NONE, standing: 'to-renew' };
    case 'ended':
      return { calendars: idsAt(known, null), standing: 'ended' };
    case 'changed':
      return { calendars: idsAt(known, verdict.hrefs), standing: 'as-before' };
  }
}

/** @param hrefs null: of all that the channel tells of. */
function idsAt({ row, calendars }: KnownChannel, hrefs: readonly string[] | null): Told['calendars'] {
  const told = hrefs ?? (row.href === null ? null : [row.href]);
  return told && new Set(calendars.filter(({ href }) => told.includes(href)).map(({ id }) => id));
}

const ENDED = { kind: 'not-found', message: 'The server has ended it.', hint: 'It is made anew by itself.' };

async function actOn({ database, clock }: HearContext, row: ChannelRow, told: Told): Promise<void> {
  const at = clock();
  if (told.standing === 'greeted') await proveChannel(database, row.id, at);
  if (told.standing === 'to-renew') await renewChannelNow(database, row.id, at);
  if (told.standing === 'ended') await failChannel(database, row.id, ENDED, at);
  if (told.standing === 'to-renew' || told.standing === 'ended')
    await transact(database, (transaction) => tendSoon(transaction, row.connectionId));
  const ids = told.calendars === null ? null : [...told.calendars];
  if (ids === null || ids.length > 0) await hintCalendars(database, row, ids, at);
}
