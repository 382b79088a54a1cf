import { escapeXml, namespaceDeclarations } from './dav-name.ts';

/** What goes back. A body in pieces is sent as it is made, under back-pressure. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Iterable<string>;
}

export const empty = (status: number, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  headers,
  body: '',
});

const XML = { 'content-type': 'application/xml; charset=utf-8' };

/** An error in sabre's shape; `condition` is markup that names a precondition (RFC 4918 16). */
export function failure(status: number, message: string, condition = ''): Answer {
  const body = `<?xml version="1.0" encoding="utf-8"?>\n<d:error ${namespaceDeclarations}>${condition}<s:message>${escapeXml(message)}</s:message></d:error>`;
  return { status, headers: XML, body };
}

const PIECE = 65_536;

/** 207 of whole `<d:response>` elements, gathered into pieces so that the socket sees few writes. */
export function multistatus(responses: Iterable<string>, tail = ''): Answer {
  return { status: 207, headers: XML, body: pieces(responses, tail) };
}

function* pieces(responses: Iterable<string>, tail: string): Generator<string> {
  let piece = `<?xml version="1.0" encoding="utf-8"?>\n<d:multistatus ${namespaceDeclarations}>`;
  for (const response of responses) {
    piece += response;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}${tail}</d:multistatus>`;
}

const reasons: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  410: 'Gone',
  415: 'Unsupported Media Type',
  418: "I'm a teapot",
  424: 'Failed Dependency',
  500: 'Internal Server Error',
  507: 'Insufficient Storage',
};

export const statusMarkup = (status: number): string =>
  `<d:status>HTTP/1.1 ${status} ${reasons[status] ?? 'Status'}</d:status>`;

export const propstatMarkup = (status: number, properties: string): string =>
  `<d:propstat><d:prop>${properties}</d:prop>${statusMarkup(status)}</d:propstat>`;

/** `inner` is markup: propstats, or a status. */
export const responseMarkup = (href: string, inner: string): string =>
  `<d:response><d:href>${escapeXml(href)}</d:href>${inner}</d:response>`;
