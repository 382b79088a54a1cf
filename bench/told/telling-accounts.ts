import { eventFile } from '@atelier/testkit/event-builder';
import { startSandbox } from '@atelier/testkit/sandbox/sandbox';
import { startGoogleSandbox } from '@atelier/testkit/sandbox-google/google-sandbox';
import { startGraphSandbox } from '@atelier/testkit/sandbox-graph/graph-sandbox';
import { OPERATOR } from '@atelier/usecases/actor';
import { connectAccount } from '@atelier/usecases/connections/connect-account';
import { tendChannels } from '@atelier/usecases/hints/tend-channels';
import type { Installation } from '../installation.ts';
import { connectSignedIn } from './signed-in.ts';

/** A calendar whose provider tells of changes. */
export interface TellingCalendar {
  readonly provider: string;
  /** Somebody else gives its event this title. */
  change(title: string): void;
}

/** Providers that tell of changes, each with one calendar. */
export interface Telling extends AsyncDisposable {
  /** As the installation is to be set. */
  readonly settings: Readonly<Record<string, string>>;
  /** Connects them. */
  connect(installation: Installation): Promise<void>;
  /** Has them told to tell; the server that is to hear of it must be there. */
  listen(installation: Installation): Promise<void>;
  readonly calendars: readonly TellingCalendar[];
}

const MAIL = 'told@studio.test';

/** @param start of the event that changes, an instant. */
export async function openTelling(start: Temporal.Instant): Promise<Telling> {
  await using stack = new AsyncDisposableStack();
  const end = start.add({ hours: 1 });
  const dav = stack.use(await startSandbox({ push: true }));
  dav.addUser('told', 'secret');
  dav.addCalendar('told', { uri: 'told', name: 'Told by WebDAV-Push' });
  const graph = stack.use(await startGraphSandbox());
  graph.addUser(MAIL);
  graph.addCalendar(MAIL, { id: 'AQMktold', name: 'Told by Microsoft' });
  const utc = (at: Temporal.Instant) => ({ dateTime: at.toString().replace('Z', ''), timeZone: 'UTC' });
  const event = graph.create(MAIL, 'AQMktold', { subject: 'New', start: utc(start), end: utc(end) });
  const google = stack.use(await startGoogleSandbox());
  google.addUser(MAIL);
  const ids: string[] = [];
  const owned = stack.move();
  return {
    settings: { ATELIER_MICROSOFT_GRAPH: graph.url, ATELIER_GOOGLE_API: google.api },
    async connect(installation) {
      const typed = { kind: 'caldav', url: dav.origin, username: 'told', password: 'secret' } as const;
      const connected = await connectAccount(installation.context, OPERATOR, { ...typed, select: 'all' });
      if (!connected.ok) throw new Error(connected.refusal.message);
      ids.push(connected.value.connectionId);
      for (const kind of ['microsoft', 'google'] as const)
        ids.push((await connectSignedIn(installation, kind, MAIL)).connectionId);
    },
    async listen({ context }) {
      for (const id of ids) await tendChannels.work(context, id);
    },
    calendars: [
      {
        provider: 'WebDAV-Push',
        change: (summary) =>
          void dav.put('told', 'told', 'told.ics', eventFile({ uid: 'told', summary, start, end })),
      },
      {
        provider: 'Microsoft Graph',
        change: (subject) => graph.patch(MAIL, 'AQMktold', event, { subject }),
      },
      {
        provider: 'Google Calendar',
        change: (summary) =>
          void google.put(MAIL, MAIL, 'told', {
            summary,
            start: { dateTime: start.toString() },
            end: { dateTime: end.toString() },
          }),
      },
    ],
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
