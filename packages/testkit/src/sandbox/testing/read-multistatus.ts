import { type DavName, name } from '../wire/dav-name.ts';
import { child, children, readXml, type XmlElement } from '../wire/xml-reader.ts';

export interface ReadResponse {
  readonly href: string;
  /** The response's own status; null where it speaks by propstats. */
  readonly status: number | null;
  /** Properties with the status of their propstat. */
  readonly properties: ReadonlyMap<DavName, { readonly status: number; readonly element: XmlElement }>;
}

/** Reads a 207 strictly, for assertions. Throws on anything that is no multistatus. */
export function readMultistatus(body: string): {
  readonly responses: readonly ReadResponse[];
  readonly token: string | null;
} {
  const root = readXml(body);
  if (root.name !== name('d', 'multistatus')) throw new Error(`no multistatus: ${body.slice(0, 200)}`);
  return {
    responses: children(root, name('d', 'response')).map(readResponse),
    token: child(root, name('d', 'sync-token'))?.text ?? null,
  };
}

function readResponse(element: XmlElement): ReadResponse {
  const status = child(element, name('d', 'status'));
  const properties = children(element, name('d', 'propstat')).flatMap((propstat) =>
    (child(propstat, name('d', 'prop'))?.children ?? []).map(
      (property) => [property.name, { status: statusIn(propstat), element: property }] as const,
    ),
  );
  return {
    href: child(element, name('d', 'href'))?.text ?? '',
    status: status ? codeOf(status) : null,
    properties: new Map(properties),
  };
}

const statusIn = (element: XmlElement): number => codeOf(child(element, name('d', 'status')));
const codeOf = (status: XmlElement | undefined): number => Number(status?.text.split(' ')[1]);
