/**
 * Milliseconds to wait from a Retry-After value (RFC 9110 10.2.3): seconds or an HTTP date, which is
 * compared with `now`. Null when absent or unreadable; a date in the past is 0; never over a day, since a
 * server must not be able to switch a calendar off for good.
 */
export function retryAfterMs(value: string | undefined, now: Temporal.Instant): number | null {
  const text = value?.trim() ?? '';
  if (/^\d+$/.test(text)) return Math.min(Number(text) * 1000, LONGEST);
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.min(Math.max(0, at - now.epochMilliseconds), LONGEST);
}

const LONGEST = 24 * 60 * 60 * 1000;
