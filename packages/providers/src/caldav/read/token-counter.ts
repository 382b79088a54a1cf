/**
 * sabre/dav counts its tokens up (`http://sabre.io/ns/sync/42`) and accepts those of the future. A smaller
 * one than was sent means that the server was restored from a backup.
 */
export function wentBackwards(sent: string, received: string): boolean {
  const before = counterOf(sent);
  const after = counterOf(received);
  return before !== null && after !== null && before.prefix === after.prefix && after.count < before.count;
}

/** Both count, and not from one beginning: Cyrus and others name the generation of a calendar in its tokens. */
export function isAnotherLine(sent: string, received: string): boolean {
  const before = counterOf(sent);
  const after = counterOf(received);
  return before !== null && after !== null && before.prefix !== after.prefix;
}

/** Somebody changed something in between: the same form, further on. */
export function goesAhead(before: string, after: string): boolean {
  return wentBackwards(after, before);
}

function counterOf(token: string): { prefix: string; count: bigint } | null {
  const match = /^(|.*[/:,-])(\d+)$/.exec(token);
  return match?.[1] === undefined || match[2] === undefined
    ? null
    : { prefix: match[1], count: BigInt(match[2]) };
}
