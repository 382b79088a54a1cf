/**
 * Prisma reads a relation by a statement of its own: of a row whose other half went in between there is none any more,
 * whatever the type says. Such a row is about to go as well.
 */
export function isWhole<Row extends object>(row: Row, ...relations: readonly (keyof Row)[]): boolean {
  return relations.every((relation) => row[relation] !== null);
}
