/** Why a start is not offered; null for one that is. */
interface Explained<Reason> {
  readonly start: Date;
  readonly reason: Reason | null;
}

export interface ExplainGroup<Reason> {
  readonly reason: Reason | null;
  /** Never empty, by time. */
  readonly starts: readonly Date[];
}

/** The starts of a day in order, neighbours with the same reason together. */
export function explainGroups<Reason>(
  explained: readonly Explained<Reason>[],
): readonly ExplainGroup<Reason>[] {
  const groups: { reason: Reason | null; starts: Date[] }[] = [];
  for (const { start, reason } of explained.toSorted((a, b) => a.start.getTime() - b.start.getTime())) {
    const last = groups.at(-1);
    if (last && last.reason === reason) last.starts.push(start);
    else groups.push({ reason, starts: [start] });
  }
  return groups;
}
