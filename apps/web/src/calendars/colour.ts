export const PALETTE = [
  ...(['#2f7d74', '#b4552d', '#5a6acf', '#8a5a9e', '#3f7fb0', '#937019'] as const),
  ...(['#b04a6a', '#5c7d34', '#c0392b', '#d08a2e', '#4a4f57', '#2a9d8f'] as const),
] as const;
const FALLBACK = PALETTE[0];

interface Coloured {
  readonly id: string;
  /** Of the provider or of our own choice. */
  readonly color: string | null;
}

/** For calendars whose provider tells no colour: always the same one for the same calendar. */
export function colourOf(calendar: Coloured): string {
  return toldColour(calendar) ?? PALETTE[placeOf(calendar)] ?? FALLBACK;
}

/**
 * The calendars with a colour each: where nobody has told one, it is none that another calendar of the account has, as
 * long as there are any, and does not change when calendars are added.
 */
export function toldApart<Calendar extends Coloured & { readonly connectionId: string | null }>(
  calendars: readonly Calendar[],
): Calendar[] {
  const taken = Map.groupBy(
    calendars.map((calendar) => ({ account: calendar.connectionId, colour: toldColour(calendar) })),
    ({ account }) => account,
  );
  const used = new Map([...taken].map(([account, all]) => [account, all.map(({ colour }) => colour)]));
  const given = new Map<string, string>();
  for (const calendar of calendars.filter((one) => toldColour(one) === null).toSorted(byId)) {
    const others = used.get(calendar.connectionId) ?? [];
    const colour = firstFree(placeOf(calendar), others) ?? colourOf(calendar);
    given.set(calendar.id, colour);
    others.push(colour);
  }
  return calendars.map((calendar) => ({ ...calendar, color: given.get(calendar.id) ?? calendar.color }));
}

/** Ids grow with time: whoever was there first chooses first. */
const byId = (one: Coloured, other: Coloured) => (one.id < other.id ? -1 : 1);

const toldColour = ({ color }: Coloured): string | null =>
  color && /^#[0-9a-f]{6}$/i.test(color) ? color.toLowerCase() : null;

function placeOf({ id }: Coloured): number {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  return sum % PALETTE.length;
}

function firstFree(from: number, used: readonly (string | null)[]): string | undefined {
  return [...PALETTE.slice(from), ...PALETTE.slice(0, from)].find((colour) => !used.includes(colour));
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
