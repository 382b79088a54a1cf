import { agendaSearch, usualView } from '../agenda/agenda-search.ts';
import { firstRange, type Range } from '../agenda/first-range.ts';

/** What every page behind the door waits for, whichever it is; asked in one go. */
export const OF_EVERY_PAGE = ['people.me', 'studio.facts', 'calendars.list'] as const;

interface Device {
  readonly phone: boolean;
  /** Asked only where it counts: browsers take a while to know their zone. */
  readonly today: () => Temporal.PlainDate;
}

/** The days that an address of the agenda shows, as the agenda itself will work them out when it is there. */
export function shownFirst(search: Readonly<Record<string, unknown>>, { phone, today }: Device): Range {
  const { view, date } = agendaSearch(search);
  return firstRange(view ?? usualView(phone), date ? Temporal.PlainDate.from(date) : today());
}

/**
 * The addresses at which tRPC asks these, word for word: what is asked before tRPC is there is found again by them. They
 * are written out here because what writes them otherwise is most of what is being waited for.
 * @param range null where no events are shown first
 */
export function addressesOf(origin: string, range: Range | null): readonly string[] {
  const nothing = { json: null, meta: { values: ['undefined'], v: 1 } };
  const each = Object.fromEntries(OF_EVERY_PAGE.map((_, n) => [n, nothing]));
  const together = `${origin}/trpc/${OF_EVERY_PAGE.join()}?batch=1&input=${inAddress(each)}`;
  if (range === null) return [together];
  const dates = { values: { from: ['Date'], to: ['Date'] }, v: 1 };
  return [`${origin}/trpc/agenda.events?input=${inAddress({ json: range, meta: dates })}`, together];
}

const inAddress = (input: object) => encodeURIComponent(JSON.stringify(input));
