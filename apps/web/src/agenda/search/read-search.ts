import { foldText } from '@atelier/calendar/text/fold-text';

/** What somebody types into the search, taken apart. */
export interface SearchText {
  readonly words: readonly string[];
  readonly places: readonly string[];
  readonly people: readonly string[];
  /** Of calendars; null where none was named. */
  readonly calendarIds: readonly string[] | null;
  /** `YYYY-MM-DD`; the first day, and the day behind the last. */
  readonly from: string | null;
  readonly to: string | null;
}

export interface SearchQuestion {
  readonly calendars: readonly { readonly id: string; readonly name: string }[];
  /** A day in words, `YYYY-MM-DD`; null where they name none. */
  readonly dayOf: (text: string) => string | null;
}

type Filter = 'calendar' | 'with' | 'place' | 'after' | 'before';

/** In every language, folded: whoever changes theirs need not learn the search anew. */
const FILTERS: Readonly<Record<string, Filter>> = {
  calendar: 'calendar',
  calendrier: 'calendar',
  agenda: 'calendar',
  with: 'with',
  avec: 'with',
  place: 'place',
  lieu: 'place',
  after: 'after',
  apres: 'after',
  before: 'before',
  avant: 'before',
};

/** `place:Geneva`, `place:"Studio 2"`, `"two words"` and words. */
const PART = /(\p{L}+):(?:"([^"]*)"|(\S+))|"([^"]+)"|(\S+)/gu;
const MOST_WORDS = 10;

interface Part {
  readonly filter: Filter | null;
  readonly text: string;
}

export function readSearch(text: string, { calendars, dayOf }: SearchQuestion): SearchText {
  const parts = [...text.matchAll(PART)].map(partOf);
  const of = (wanted: Filter | null) =>
    parts.filter(({ filter }) => filter === wanted).map((part) => part.text);
  const named = of('calendar').map(foldText);
  const ids = calendars.filter(({ name }) => named.some((one) => foldText(name).includes(one)));
  return {
    words: of(null).slice(0, MOST_WORDS),
    places: of('place').slice(0, MOST_WORDS),
    people: of('with').slice(0, MOST_WORDS),
    calendarIds: named.length === 0 ? null : ids.map(({ id }) => id),
    from: dayOf(of('after').at(-1) ?? ''),
    to: dayOf(of('before').at(-1) ?? ''),
  };
}

function partOf([whole, name, quoted, value, phrase]: RegExpMatchArray): Part {
  const filter = FILTERS[foldText(name ?? '')] ?? null;
  const said = quoted ?? value;
  if (filter !== null && said !== undefined) return { filter, text: said };
  return { filter: null, text: phrase ?? whole };
}
