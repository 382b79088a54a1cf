/** The sentences for a kind of failure; null for one that they do not know. */
export function knownFailure<Failures extends object>(
  failures: Failures,
  kind: PropertyKey,
): Failures[keyof Failures] | null {
  return isKnown(failures, kind) ? failures[kind] : null;
}

function isKnown<Failures extends object>(failures: Failures, kind: PropertyKey): kind is keyof Failures {
  return Object.hasOwn(failures, kind);
}
