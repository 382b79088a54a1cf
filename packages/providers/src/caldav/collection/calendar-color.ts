/** `#rrggbb` from what servers store as a colour (`#RRGGBB`, Apple's `#RRGGBBAA`, `#rgb`), or null. */
export function calendarColor(text: string | undefined): string | null {
  const hex = /^#?([0-9a-f]{3}|[0-9a-f]{6}(?:[0-9a-f]{2})?)$/i.exec(text?.trim() ?? '')?.[1]?.toLowerCase();
  if (hex === undefined) return null;
  return hex.length === 3 ? `#${hex.replace(/./g, '$&$&')}` : `#${hex.slice(0, 6)}`;
}
