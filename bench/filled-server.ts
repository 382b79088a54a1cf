import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { benchObjects } from '@atelier/testkit/bench-objects';
import { type CalDavServer, calendarUrl, putObject } from '@atelier/testkit/caldav-server';
import { startRadicale } from '@atelier/testkit/real-servers';
import { startSandboxServer } from '@atelier/testkit/sandbox-server';

export const SERVER_KINDS = ['sandbox', 'radicale'] as const;
export type ServerKind = (typeof SERVER_KINDS)[number];
export const CALENDAR = 'bench';

/** A server whose one calendar holds `count` objects of the mix; null when it is not installed. */
export async function startFilled(kind: ServerKind, count: number): Promise<CalDavServer | null> {
  const objects = () => benchObjects({ count, seed: 7, around: Temporal.Now.plainDateISO('UTC') });
  if (kind === 'radicale') return startRadicale((folder) => fillFolder(folder, objects()));
  const server = await startSandboxServer();
  server.sandbox.addCalendar('ann', { uri: CALENDAR, name: 'Bench' });
  for (const { name, ics } of objects()) server.sandbox.put('ann', CALENDAR, name, ics);
  return server;
}

async function fillFolder(folder: string, objects: ReturnType<typeof benchObjects>): Promise<void> {
  const calendar = join(folder, CALENDAR);
  await mkdir(calendar);
  await writeFile(
    join(calendar, '.Radicale.props'),
    JSON.stringify({ tag: 'VCALENDAR', 'D:displayname': 'Bench' }),
  );
  for (const { name, ics } of objects) await writeFile(join(calendar, name), ics);
}

/** What another client does: gives this many events another title. */
export async function changeSome(
  server: CalDavServer,
  size: number,
  count: number,
  title: string,
): Promise<void> {
  const objects = benchObjects({ count: size, seed: 7, around: Temporal.Now.plainDateISO('UTC') });
  for (const { name, ics } of objects.take(count)) {
    const renamed = ics.replaceAll(/SUMMARY:[^\r\n]*/g, `SUMMARY:${title}`);
    await putObject(server, calendarUrl(server, CALENDAR), name, renamed);
  }
}
