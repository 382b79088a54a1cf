import type { ChannelRow } from '@atelier/database/hints/channel-store';
import type { Opaque } from '@atelier/providers/json';
import type { HintCalendar, HintChannel } from '@atelier/providers/port/change-hints';
import type { SecretBox } from '../context.ts';

/** What is sealed with a channel: the address that the provider was given, and what the provider made for itself. */
export interface ChannelKeys {
  readonly address: string;
  readonly own: Opaque;
}

export function sealKeys(secrets: SecretBox, channelId: string, keys: ChannelKeys): string {
  return secrets.seal(JSON.stringify(keys), channelId);
}

export function openKeys(secrets: SecretBox, { id, keys }: Pick<ChannelRow, 'id' | 'keys'>): ChannelKeys {
  return JSON.parse(secrets.open(keys, id)) as ChannelKeys;
}

/** A stored channel as the provider knows it, with the calendars that it tells of. */
export function asHintChannel(
  secrets: SecretBox,
  row: ChannelRow,
  calendars: readonly HintCalendar[],
): HintChannel {
  const { address, own } = openKeys(secrets, row);
  return {
    means: row.means,
    calendarHref: row.href,
    address,
    keys: own,
    remote: row.remote,
    calendars: row.href === null ? calendars : calendars.filter(({ href }) => href === row.href),
  };
}
