import { findConnection } from '@atelier/database/account/connection-store';
import {
  type ChannelRow,
  channelByToken,
  channelHashes,
  tellableCalendars,
} from '@atelier/database/hints/channel-store';
import type { ProviderKind } from '@atelier/providers/kinds';
import type { HintCalendar } from '@atelier/providers/port/change-hints';
import type { Context } from '../context.ts';
import { hashToken } from '../tokens.ts';

/** A channel as it is stored, and what it tells of. */
export interface KnownChannel {
  readonly row: ChannelRow;
  readonly kind: ProviderKind;
  readonly calendars: readonly (HintCalendar & { readonly id: string })[];
}

/** Where a hint is looked up; the gate decides how often. */
export interface ChannelBook {
  find(token: string): Promise<KnownChannel | null>;
  /** Of all addresses there are, as `nameOf` names them. */
  names(): Promise<ReadonlySet<string>>;
  /** By which an address is known without being it. */
  nameOf(token: string): string;
}

const nameOf = (hash: Uint8Array) => Buffer.from(hash).toString('base64url');

export function openChannelBook({ database }: Pick<Context, 'database'>): ChannelBook {
  return {
    async find(token) {
      const row = await channelByToken(database, hashToken(token));
      const connection = row && (await findConnection(database, row.connectionId));
      if (!row || !connection) return null;
      return { row, kind: connection.kind, calendars: await tellableCalendars(database, connection.id) };
    },
    names: async () => new Set((await channelHashes(database)).map(nameOf)),
    nameOf: (token) => nameOf(hashToken(token)),
  };
}
