import { addressOf, day, oneOf, type Part, text, uuid } from '../address/address-part.ts';

export const VIEWS = ['month', 'week', 'day', 'artists', 'list'] as const;
export type View = (typeof VIEWS)[number];

/** A media query: there is no room for more than one day beside the hours. */
export const PHONE = '(max-width: 639px)';

/** What is shown to somebody whose address does not say. */
export const usualView = (phone: boolean): View => (phone ? 'list' : 'week');

const WEEK_MINUTES = 10_080;

interface Begin {
  /** An instant as ISO 8601 with Z. */
  readonly at: string;
  readonly minutes: number;
  readonly calendarId?: string | undefined;
}

const begin: Part<Begin> = (said) => {
  if (typeof said !== 'object' || said === null) return undefined;
  const { at, minutes, calendarId } = said as Readonly<Record<keyof Begin, unknown>>;
  if (typeof at !== 'string' || !at.endsWith('Z') || Number.isNaN(Date.parse(at))) return undefined;
  if (typeof minutes !== 'number' || !Number.isInteger(minutes)) return undefined;
  if (minutes < 1 || minutes > WEEK_MINUTES) return undefined;
  if (calendarId === undefined) return { at, minutes };
  const calendar = uuid(calendarId);
  return calendar === undefined ? undefined : { at, minutes, calendarId: calendar };
};

/** What of the agenda is in the address, so that it can be sent and comes back on reload. Nonsense is dropped. */
export const agendaSearch = addressOf({
  view: oneOf(VIEWS),
  date: day,
  event: text(120),
  /** Something new that is to be begun there; it goes from the address once it has been. */
  begin,
});
export type AgendaSearch = ReturnType<typeof agendaSearch>;
