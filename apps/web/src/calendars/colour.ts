export const PALETTE = [
  ...(['#2f7d74', '#b4552d', '#5a6acf', '#8a5a9e', '#3f7fb0', '#937019'] as const),
  ...(['#b04a6a', '#5c7d34', '#c0392b', '#d08a2e', '#4a4f57', '#2a9d8f'] as const),
] as const;
const FALLBACK = PALETTE[0];

/** For calendars whose provider tells no colour: always the same one for the same calendar. */
export function colourOf(calendar: { readonly id: string; readonly color: string | null }): string {
  if (calendar.color && /^#[0-9a-f]{6}$/i.test(calendar.color)) return calendar.color.toLowerCase();
  let sum = 0;
  for (const character of calendar.id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  return PALETTE[sum % PALETTE.length] ?? FALLBACK;
}

/** Black or white, whichever reads better on a colour (WCAG 2.2 relative luminance). @param colour `#rrggbb` */
export function inkOn(colour: string): '#000000' | '#ffffff' {
  // Where both inks reach the same contrast ratio: (L + 0.05)² = 1.05 × 0.05.
  return luminance(colour) > 0.179 ? '#000000' : '#ffffff';
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
