import { type DavName, name } from './dav-name.ts';
import { child, children, readXml, type XmlElement } from './xml-reader.ts';

/** Which properties a request wants: all, only their names, or those listed (as elements, in order). */
export type AskedProperties =
  | { readonly kind: 'all' }
  | { readonly kind: 'names' }
  | { readonly kind: 'listed'; readonly names: readonly DavName[] };

/** A property to set (an element) or to remove (null). */
export interface PropertyChange {
  readonly name: DavName;
  readonly value: XmlElement | null;
}

/** What the XML of a request asks for. */
export type DavBody =
  | { readonly kind: 'propfind'; readonly asked: AskedProperties }
  | { readonly kind: 'proppatch'; readonly changes: readonly PropertyChange[] }
  | { readonly kind: 'make-calendar'; readonly changes: readonly PropertyChange[] }
  | {
      readonly kind: 'sync-collection';
      /** Empty for an initial sync, null where the element is missing (RFC 6578 3.2 demands it). */
      readonly token: string | null;
      readonly limit: number | null;
      readonly asked: AskedProperties;
    }
  | { readonly kind: 'calendar-multiget'; readonly hrefs: readonly string[]; readonly asked: AskedProperties }
  | {
      readonly kind: 'calendar-query';
      readonly filter: XmlElement | undefined;
      readonly asked: AskedProperties;
    }
  | { readonly kind: 'other'; readonly name: DavName };

/** Reads the body of a PROPFIND, PROPPATCH, MKCALENDAR, MKCOL or REPORT. Throws `XmlRefused`. */
export function readDavBody(source: string): DavBody {
  const root = readXml(source);
  switch (root.name) {
    case name('d', 'propfind'):
      return { kind: 'propfind', asked: askedProperties(root) };
    case name('d', 'propertyupdate'):
      return { kind: 'proppatch', changes: propertyChanges(root) };
    case name('cal', 'mkcalendar'):
    case name('d', 'mkcol'):
      return { kind: 'make-calendar', changes: propertyChanges(root) };
    case name('d', 'sync-collection'):
      return readSync(root);
    case name('cal', 'calendar-multiget'):
      return {
        kind: 'calendar-multiget',
        hrefs: children(root, name('d', 'href')).map((href) => href.text.trim()),
        asked: askedProperties(root),
      };
    case name('cal', 'calendar-query'):
      return {
        kind: 'calendar-query',
        filter: child(root, name('cal', 'filter')),
        asked: askedProperties(root),
      };
    default:
      return { kind: 'other', name: root.name };
  }
}

function readSync(root: XmlElement): DavBody {
  const token = child(root, name('d', 'sync-token'));
  const limit = child(child(root, name('d', 'limit')), name('d', 'nresults'));
  return {
    kind: 'sync-collection',
    token: token === undefined ? null : token.text.trim(),
    limit: limit === undefined ? null : Number.parseInt(limit.text, 10) || null,
    asked: askedProperties(root),
  };
}

function askedProperties(root: XmlElement): AskedProperties {
  if (child(root, name('d', 'propname'))) return { kind: 'names' };
  const prop = child(root, name('d', 'prop'));
  return prop ? { kind: 'listed', names: prop.children.map((wanted) => wanted.name) } : { kind: 'all' };
}

function propertyChanges(root: XmlElement): PropertyChange[] {
  return root.children.flatMap((step) => {
    const removes = step.name === name('d', 'remove');
    const props = child(step, name('d', 'prop'))?.children ?? [];
    return props.map((prop) => ({ name: prop.name, value: removes ? null : prop }));
  });
}
