/** An XML element of a DAV answer. Names are `{namespace}local`, as in RFC 4918's own prose, whatever the prefix was. */
export interface DavElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly DavElement[];
  /** All text directly inside, CDATA sections joined; empty when `overlong`. */
  readonly text: string;
  /** The text went over the cap and was dropped. */
  readonly overlong: boolean;
}

export const DAV = 'DAV:';
export const CALDAV = 'urn:ietf:params:xml:ns:caldav';
export const CALENDAR_SERVER = 'http://calendarserver.org/ns/';
export const OWNCLOUD = 'http://owncloud.org/ns';
export const APPLE = 'http://apple.com/ns/ical/';

export function dav(local: string): string {
  return `{${DAV}}${local}`;
}

export function caldav(local: string): string {
  return `{${CALDAV}}${local}`;
}

export function childrenNamed(element: DavElement | undefined, name: string): readonly DavElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** Trimmed text of `<d:href>` children. */
export function hrefsIn(element: DavElement | undefined): readonly string[] {
  return childrenNamed(element, dav('href'))
    .map((child) => child.text.trim())
    .filter((href) => href !== '');
}

/** Names of all elements below, at any depth. */
export function namesWithin(element: DavElement | undefined): ReadonlySet<string> {
  const names = new Set<string>();
  const pending = [...(element?.children ?? [])];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    names.add(next.name);
    pending.push(...next.children);
  }
  return names;
}
