/** A command line of servers ends at 8,000 bytes (RFC 7162, 4). */
const MOST_LETTERS = 7_000;

/**
 * UIDs as sets of a command each, consecutive ones as a range: `1:4,9`.
 * @param most UIDs of one set.
 */
export function uidSets(uids: readonly number[], most = 10_000): readonly string[] {
  const sets: string[] = [];
  const sorted = [...new Set(uids)].sort((a, b) => a - b);
  let [set, count] = ['', 0];
  for (let at = 0; at < sorted.length; ) {
    const first = sorted[at] ?? 0;
    let last = first;
    while (sorted[at + 1] === last + 1 && last - first + 1 < most) {
      at += 1;
      last += 1;
    }
    at += 1;
    const range = first === last ? String(first) : `${first}:${last}`;
    const length = last - first + 1;
    if (set !== '' && (count + length > most || set.length + range.length + 1 > MOST_LETTERS)) {
      sets.push(set);
      [set, count] = ['', 0];
    }
    set = set === '' ? range : `${set},${range}`;
    count += length;
  }
  return set === '' ? sets : [...sets, set];
}
