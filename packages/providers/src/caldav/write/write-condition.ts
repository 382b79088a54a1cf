import type { ChangedObject } from '../../port/changes.ts';
import type { BaseVersion } from '../../port/writes.ts';
import { isSameEtag } from '../wire/etag.ts';

/** What a write depends on, as headers (RFC 9110 13.1). */
export type Condition = Readonly<Record<string, string>>;

export const MUST_BE_NEW: Condition = { 'if-none-match': '*' };

/** Whatever version, so long as there is one: only for a version that was looked at a moment ago. */
export const MUST_EXIST: Condition = { 'if-match': '*' };

/** The version as the server named it. */
export function mustBe(etag: string): Condition {
  return { 'if-match': etag };
}

/** Whether what was just read is the version meant: by etag, or else by its text, whatever its line ends. */
export function isStill(base: BaseVersion, current: ChangedObject): boolean {
  if (isSameEtag(base.etag, current.etag)) return true;
  if (base.body !== undefined) return plainText(base.body) === plainText(current.body);
  return base.etag === null;
}

/** Nextcloud ends the lines of one object with LF in a report and with CRLF in a GET. */
function plainText(body: string): string {
  return body.replaceAll('\r\n', '\n').trimEnd();
}

/**
 * How to name a version that the server shows as `current`, the most exact name first. A weak, unquoted or decorated
 * etag may be refused in If-Match by the very server that gives it out (RFC 9110 13.1.1 wants a strong one), so it is
 * also tried in its strong form, and at last there is `*`. A proper strong etag has no other name.
 */
export function namesOf(current: string | null): readonly Condition[] {
  if (current === null) return [MUST_EXIST];
  if (isStrong(current)) return [mustBe(current)];
  return [mustBe(current), mustBe(strengthened(current)), MUST_EXIST];
}

/** Without the marks that compressing proxies leave, and in quotes. */
function strengthened(etag: string): string {
  return `"${etag.replace(/^W\//i, '').replace(/^"|"$/g, '').replace(DECORATION, '')}"`;
}

const DECORATION = /(?:-|--|;)(?:gzip|br|deflate)$/;

/** RFC 9110 8.8.3. */
export function isStrong(etag: string): boolean {
  return /^"[^"]*"$/.test(etag) && !DECORATION.test(etag.slice(1, -1));
}
