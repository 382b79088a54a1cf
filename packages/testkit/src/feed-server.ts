import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One answer of a feed: what stands there, and how the server behaves. */
export interface FeedAnswer {
  readonly status?: number;
  readonly body?: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
  /** Heeds If-None-Match by this name. */
  readonly etag?: string;
}

/** A server that publishes calendars, news or pages at addresses, for tests: no more than a shop's booking page does. */
export interface FeedServer extends AsyncDisposable {
  readonly origin: string;
  /** What is published at a path from now on. */
  publish(path: string, answer: FeedAnswer): void;
  /** Every request so far: path and the headers that matter. */
  readonly asked: readonly AskedFeed[];
}

export interface AskedFeed {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly ifNoneMatch: string | undefined;
  readonly status: number;
}

export async function startFeedServer(): Promise<FeedServer> {
  const published = new Map<string, FeedAnswer>();
  const asked: AskedFeed[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const status = answer(request, response, published.get(path));
    const { authorization, 'if-none-match': ifNoneMatch } = request.headers;
    asked.push({ path, authorization, ifNoneMatch, status });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    publish: (path, given) => void published.set(path, given),
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function answer(request: IncomingMessage, response: ServerResponse, given: FeedAnswer | undefined): number {
  const same = given?.etag !== undefined && request.headers['if-none-match'] === given.etag;
  const status = same ? 304 : given === undefined ? 404 : (given.status ?? 200);
  const headers = { 'content-type': 'text/calendar; charset=utf-8', ...given?.headers };
  response.writeHead(status, given?.etag === undefined ? headers : { ...headers, etag: given.etag });
  response.end(same ? undefined : given?.body);
  return status;
}

/** A whole file of these components. */
export function feedFile(components: readonly string[], head = ''): string {
  return `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Elsewhere//EN\r\n${head}${components.join('')}END:VCALENDAR\r\n`;
}

/** One event of such a file, an hour long. `start` as iCalendar writes it in UTC. */
export function feedEvent(uid: string, start: string, summary = 'Booked', more = ''): string {
  const named = uid === '' ? '' : `UID:${uid}\r\n`;
  return `BEGIN:VEVENT\r\n${named}DTSTAMP:20260101T000000Z\r\nDTSTART:${start}\r\nDURATION:PT1H\r\nSUMMARY:${summary}\r\n${more}END:VEVENT\r\n`;
}

export interface PublishedNews {
  readonly title: string;
  readonly link: string;
  /** How long ago, in hours. */
  readonly hours: number;
}

/** A feed of news (RSS 2) with a title of its own. */
export function newsFile(title: string, items: readonly PublishedNews[]): string {
  const told = items.map(
    ({ title: name, link, hours }) =>
      `<item><title>${name}</title><link>${link}</link><pubDate>${new Date(Date.now() - hours * 3_600_000).toUTCString()}</pubDate></item>`,
  );
  return `<rss version="2.0"><channel><title>${title}</title>${told.join('')}</channel></rss>`;
}
