import { type Child, startChild } from './child.ts';
import { openInstallation } from './installation.ts';
import { connectSignedIn } from './told/signed-in.ts';

interface GraphRun {
  readonly ms: number;
  readonly requests: number;
}

export interface GraphResult {
  readonly events: number;
  /** Plain HTTP: the pages of a delta, read to the end and thrown away. */
  readonly raw: GraphRun;
  readonly first: GraphRun;
  readonly quiet: GraphRun;
  readonly change: GraphRun;
}

interface Served {
  readonly url: string;
  /** The sandbox takes the address of a person for their token. */
  readonly mail: string;
  readonly calendar: string;
}

/** One calendar at Microsoft, as it is played in a process of its own. */
export async function benchGraph(events: number): Promise<GraphResult> {
  await using server = await startChild(['bench/graph-server.ts', `${events}`], process.env);
  const served = server.ready as Served;
  const measured = (work: () => Promise<unknown>) => measure(server, work);
  const raw = await measured(() => rawDelta(served));
  await using installation = await openInstallation({ ATELIER_MICROSOFT_GRAPH: served.url });
  const { calendars } = await connectSignedIn(installation, 'microsoft', served.mail);
  const calendarId = calendars[0]?.id ?? '';
  const sync = () =>
    measured(async () => {
      const [report] = await installation.context.engine.runNow([calendarId], { full: false });
      if (report?.error) throw new Error(report.error.message);
    });
  const first = await sync();
  const quiet = await sync();
  await server.ask('Another title');
  return { events, raw, first, quiet, change: await sync() };
}

async function measure(server: Child, work: () => Promise<unknown>): Promise<GraphRun> {
  await server.ask('count');
  const began = performance.now();
  await work();
  const ms = performance.now() - began;
  return { ms, requests: ((await server.ask('count')) as { requests: number }).requests };
}

async function rawDelta({ url, mail, calendar }: Served): Promise<void> {
  const today = Temporal.Now.plainDateISO('UTC');
  const [from, to] = [today.subtract({ years: 1 }), today.add({ years: 2 })];
  const stretch = `startDateTime=${from}T00:00:00Z&endDateTime=${to}T00:00:00Z`;
  const headers = {
    authorization: `Bearer ${mail}`,
    prefer: 'IdType="ImmutableId", odata.maxpagesize=200',
    'client-request-id': 'raw',
  };
  let next: string | undefined = `${url}/me/calendars/${calendar}/calendarView/delta?${stretch}`;
  while (next !== undefined) {
    const answer: Response = await fetch(next, { headers });
    ({ '@odata.nextLink': next } = (await answer.json()) as { '@odata.nextLink'?: string });
  }
}
