/** A qualified XML name in Clark notation, `{namespace}local`: the only form in which names are compared. */
export type DavName = `{${string}}${string}`;

const namespaces = {
  d: 'DAV:',
  cal: 'urn:ietf:params:xml:ns:caldav',
  cs: 'http://calendarserver.org/ns/',
  ical: 'http://apple.com/ns/ical/',
  s: 'http://sabredav.org/ns',
} as const;

type Prefix = keyof typeof namespaces;

const prefixes: ReadonlyMap<string, string> = new Map(
  Object.entries(namespaces).map(([prefix, uri]) => [uri, prefix]),
);

/** The declarations that a root element needs before `markup` may be used inside it. */
export const namespaceDeclarations = Object.entries(namespaces)
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ');

/** `name('cal', 'comp')` is `{urn:ietf:params:xml:ns:caldav}comp`. */
export const name = (prefix: Prefix, local: string): DavName => `{${namespaces[prefix]}}${local}`;

/** One element around `inner`, which must be markup already; a namespace of our own is declared on the spot. */
export function markup(qualified: DavName, inner: string): string {
  const end = qualified.indexOf('}');
  const uri = qualified.slice(1, end);
  const local = qualified.slice(end + 1);
  const prefix = prefixes.get(uri);
  const tag = prefix === undefined ? `x:${local}` : `${prefix}:${local}`;
  const open = prefix === undefined ? `${tag} xmlns:x="${escapeXml(uri)}"` : tag;
  return inner === '' ? `<${open}/>` : `<${open}>${inner}</${tag}>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** Text made safe for element content and attributes. CR is written as a reference, else a reader drops it. */
export function escapeXml(text: string): string {
  return /[&<>"\r]/.test(text) ? text.replace(/[&<>"\r]/g, (found) => entities[found] ?? found) : text;
}
