/** A `date` column as Prisma reads it, as `YYYY-MM-DD`. */
export function dateText(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** @param text `YYYY-MM-DD`. */
export function dateOfText(text: string): Date {
  return new Date(`${text}T00:00:00Z`);
}
