/** Whether a zone is known here, also under an older name. */
export function isZone(zone: string): boolean {
  try {
    return zone !== '' && Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions());
  } catch {
    return false;
  }
}
