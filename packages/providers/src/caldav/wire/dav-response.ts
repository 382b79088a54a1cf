import { caldav, type DavElement, dav } from './dav-element.ts';

/** One `<response>` of a multistatus (RFC 4918 14.24). */
export interface DavResponse {
  readonly kind: 'response';
  /** As the server wrote it. */
  readonly href: string;
  /** Status of the response as a whole; null when it has propstats instead. */
  readonly status: number | null;
  /** Properties with a 2xx propstat (or with none at all, which some servers leave out). */
  readonly props: ReadonlyMap<string, DavElement>;
  /** Status of each propstat that refused its properties, with the properties' names. */
  readonly refused: readonly { readonly status: number; readonly names: readonly string[] }[];
}

/** What a multistatus holds, in the order it arrives. */
export type DavItem = DavResponse | { readonly kind: 'sync-token'; readonly token: string };

/** Text of a property that was granted; undefined when absent. */
export function propText(response: DavResponse, name: string): string | undefined {
  return response.props.get(name)?.text;
}

/** The etag exactly as sent, or null; an empty element is no etag. */
export function etagOf(response: DavResponse): string | null {
  const text = propText(response, dav('getetag'))?.trim() ?? '';
  return text === '' ? null : text;
}

export function calendarDataOf(response: DavResponse): DavElement | undefined {
  return response.props.get(caldav('calendar-data'));
}

/**
 * The status that says this item as a whole is not to be had: that of the response, or that of its
 * propstats when not one property was granted. Nextcloud before 2021 told deletions as a lone propstat 418.
 */
export function refusalOf(response: DavResponse): number | null {
  if (response.status !== null) return isSuccess(response.status) ? null : response.status;
  return response.props.size === 0 ? (response.refused[0]?.status ?? null) : null;
}

export function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

/** `HTTP/1.1 404 Not Found`, `HTTP/2 404`, or a bare `404`; null when there is no status in it. */
export function parseStatusLine(line: string): number | null {
  const match = /^(?:HTTP\/[\d.]+\s+)?(\d{3})(?!\d)/i.exec(line.trim());
  return match?.[1] === undefined ? null : Number(match[1]);
}
