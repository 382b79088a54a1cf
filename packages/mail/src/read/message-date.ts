const A_DAY_MS = 86_400_000;

/** By what a message is sorted: its own date, unless it has none or claims to come from the future. */
export function messageDate(said: Date | null, arrived: Date): Date {
  if (said === null || Number.isNaN(said.getTime()) || said.getTime() < 0) return arrived;
  return said.getTime() > arrived.getTime() + A_DAY_MS ? arrived : said;
}
