/** A process that was killed; what goes on with its other parts all the same hears of it once for each. */
export function isKilled(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.every(isKilled);
  return error instanceof Error && error.name === 'Killed';
}
