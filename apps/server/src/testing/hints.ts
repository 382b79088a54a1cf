import { channelsOf } from '@atelier/database/hints/channel-store';
import { OPERATOR } from '@atelier/usecases/actor';
import type { Context } from '@atelier/usecases/context';
import { seeHints } from '@atelier/usecases/hints/see-hints';
import { tendChannels } from '@atelier/usecases/hints/tend-channels';
import { setStudio } from '@atelier/usecases/studio/set-studio';
import { expect } from 'vitest';
import { expectOk } from './bookable.ts';
import { signedInAccount } from './signed-in-account.ts';

export const HOUR = 3_600_000;

/** How changes to an account are heard of, and looking after it. */
export function hintsOf(context: Context, connectionId: string) {
  return {
    /** As the job does it, so many milliseconds from now. */
    tend: (ms = 0) => tendChannels.work({ ...context, clock: () => new Date(Date.now() + ms) }, connectionId),
    seen: async () => expectOk(await seeHints(context, OPERATOR, connectionId))[0],
    channels: () => channelsOf(context.database, connectionId),
    channel: async () => (await channelsOf(context.database, connectionId))[0],
  };
}

/** When a calendar was hinted at, and whether it is due. */
export async function sourceOf({ database }: Context, calendarId: string) {
  const [row] = await database.query<{ hinted: Date | null; due: boolean }>(
    "SELECT hinted_at AS hinted, next_sync_at <= now() + interval '2 seconds' AS due FROM source WHERE id = $1",
    [calendarId],
  );
  return row;
}

/** What is told within a second of other news is acted on after that second. */
export const soon = <Value>(what: () => Value | Promise<Value>) => expect.poll(what, { timeout: 10_000 });

/** Somebody's account at a provider that can reach us, read once. */
export async function reachableAccount(account: Parameters<typeof signedInAccount>[0]) {
  const opened = await signedInAccount(account);
  const studio = { name: 'Nord', zone: 'UTC', url: opened.origin };
  expectOk(await setStudio(opened.context, OPERATOR, studio));
  await opened.sync();
  return opened;
}
