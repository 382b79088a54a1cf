export const browserZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** `Europe/Zurich` -> `Zurich`: what people call it. */
export function zoneName(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
