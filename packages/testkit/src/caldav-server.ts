/** A CalDAV server under test, whoever made it: one contract suite runs against all of them. */
export interface CalDavServer extends AsyncDisposable {
  readonly kind: 'sandbox' | 'radicale' | 'xandikos';
  /** Where discovery starts. */
  readonly url: string;
  readonly username: string;
  readonly password: string;
  /** The calendar home, with a slash at its end. */
  readonly homeUrl: string;
}

/** iCloud finds no object by `%40`; all others take either. */
const pathSegment = (name: string): string => encodeURIComponent(name).replaceAll('%40', '@');

export interface HttpAnswer {
  readonly status: number;
  readonly etag: string | null;
  readonly headers: Headers;
  readonly body: string;
}

export const calendarUrl = (server: CalDavServer, uri: string): string =>
  `${server.homeUrl}${encodeURIComponent(uri)}/`;

/** Makes a calendar by plain HTTP, as another client would. Throws unless the answer is 201. */
export async function makeCalendar(server: CalDavServer, uri: string, name: string = uri): Promise<string> {
  const url = calendarUrl(server, uri);
  const body = `<?xml version="1.0"?><c:mkcalendar xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:set><d:prop><d:displayname>${name}</d:displayname></d:prop></d:set></c:mkcalendar>`;
  const answer = await davRequest(server, 'MKCALENDAR', url, { body });
  if (answer.status !== 201) throw new Error(`MKCALENDAR ${url}: ${answer.status} ${answer.body}`);
  return url;
}

/** Writes an object by plain HTTP, with no condition unless `headers` has one. Throws unless it was stored. */
export async function putObject(
  server: CalDavServer,
  calendar: string,
  name: string,
  ics: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<HttpAnswer> {
  const url = calendar + pathSegment(name);
  const type = { 'content-type': 'text/calendar; charset=utf-8' };
  const answer = await davRequest(server, 'PUT', url, { body: ics, headers: { ...type, ...headers } });
  // Xandikos reports a failed PUT as 207: only these three say that it is stored.
  if (![200, 201, 204].includes(answer.status))
    throw new Error(`PUT ${url}: ${answer.status} ${answer.body}`);
  return answer;
}

/** Deletes an object by plain HTTP. Throws unless it was there. */
export async function deleteObject(server: CalDavServer, calendar: string, name: string): Promise<void> {
  const url = calendar + pathSegment(name);
  const answer = await davRequest(server, 'DELETE', url);
  if (answer.status !== 200 && answer.status !== 204) throw new Error(`DELETE ${url}: ${answer.status}`);
}

/** The object's text; null where there is none. */
export async function getObject(
  server: CalDavServer,
  calendar: string,
  name: string,
): Promise<HttpAnswer | null> {
  const answer = await davRequest(server, 'GET', calendar + pathSegment(name));
  return answer.status === 200 ? answer : null;
}

/** One signed-in request, answered whole; no status is an error here. */
export async function davRequest(
  server: Pick<CalDavServer, 'username' | 'password'>,
  method: string,
  url: string,
  { body, headers = {} }: { body?: string; headers?: Readonly<Record<string, string>> } = {},
): Promise<HttpAnswer> {
  const secret = Buffer.from(`${server.username}:${server.password}`).toString('base64');
  const response = await fetch(url, {
    method,
    headers: {
      authorization: `Basic ${secret}`,
      ...(body !== undefined && { 'content-type': 'application/xml; charset=utf-8' }),
      ...headers,
    },
    redirect: 'manual',
    ...(body !== undefined && { body }),
  });
  const { status, headers: answered } = response;
  return { status, etag: answered.get('etag'), headers: answered, body: await response.text() };
}
