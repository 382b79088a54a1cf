import { findConnection } from '@atelier/database/account/connection-store';
import {
  type ChannelRow,
  channelByToken,
  failChannel,
  hintCalendars,
  tellableCalendars,
  tendNext,
} from '@atelier/database/hints/channel-store';
import type {
  HintCalendar,
  HintRequest,
  HintVerdict,
  HookAnswer,
} from '@atelier/providers/port/change-hints';
import type { Context } from '../context.ts';
import { hashToken } from '../tokens.ts';
import { asHintChannel } from './channel-keys.ts';
import type { HintGate } from './hint-gate.ts';

export type HearContext = Pick<Context, 'database' | 'gateways' | 'secrets' | 'clock'> & {
  readonly gate: HintGate;
};

const NOT_HERE: HookAnswer = { status: 404 };
const LATER: HookAnswer = { status: 429 };
const TAKEN: HookAnswer = { status: 204 };

/**
 * What a provider is answered that says something has changed. Nothing is done here but to look who speaks: the write
 * that makes calendars due comes after the answer, for some servers keep their own people waiting for it.
 */
export async function hearHint(
  context: HearContext,
  token: string,
  request: HintRequest,
): Promise<HookAnswer> {
  const { database, gate, clock } = context;
  // Whatever this says will be done by what waits already; a handshake is not among such.
  if (gate.isWaiting(token) && Object.keys(request.query).length === 0) return TAKEN;
  const known = await channelOf(context, token);
  if (known === null) return NOT_HERE;
  if (known === 'too-many') return LATER;
  const { row } = known;
  const verdict = await verdictOn(context, known, request);
  if (verdict.kind === 'changed') {
    const ids = verdict.hrefs === null ? idsOf(known) : idsAt(known, verdict.hrefs);
    gate.pass(token, () => hintCalendars(database, row, ids, clock()));
  }
  if (verdict.kind === 'ended') gate.pass(`end ${token}`, () => endChannel(context, row));
  return verdict.answer;
}

interface KnownChannel {
  readonly row: ChannelRow;
  readonly kind: Parameters<Context['gateways']['of']>[0];
  readonly calendars: readonly (HintCalendar & { readonly id: string })[];
}

async function channelOf(
  { database, gate }: HearContext,
  token: string,
): Promise<KnownChannel | 'too-many' | null> {
  if (!/^[\w-]{32}$/.test(token)) return null;
  if (!gate.mayLookUp(token)) return 'too-many';
  const row = await channelByToken(database, hashToken(token));
  const connection = row && (await findConnection(database, row.connectionId));
  if (!row || !connection) return null;
  return { row, kind: connection.kind, calendars: await tellableCalendars(database, connection.id) };
}

async function verdictOn(
  { gateways, secrets, clock }: HearContext,
  { row, kind, calendars }: KnownChannel,
  request: HintRequest,
): Promise<HintVerdict> {
  const { hints } = await gateways.of(kind);
  if (!hints) return { kind: 'refused', answer: NOT_HERE };
  const now = clock().toTemporalInstant();
  return hints.verify(request, asHintChannel(secrets, row, calendars), now);
}

/** Of a channel for one calendar that calendar; null for all of the account. */
function idsOf({ row }: KnownChannel): readonly string[] | null {
  return row.calendarId === null ? null : [row.calendarId];
}

function idsAt({ calendars }: KnownChannel, hrefs: readonly string[]): readonly string[] {
  return calendars.filter(({ href }) => hrefs.includes(href)).map(({ id }) => id);
}

/** It is made anew with the next look, which is soon. */
async function endChannel({ database, clock }: HearContext, { id, connectionId }: ChannelRow): Promise<void> {
  await failChannel(database, id, 'The server has ended it.', clock());
  await tendNext(database, connectionId, null);
}
