/** What a language's words say beyond its grammar. Everything as the tokens' plain text. */
export interface Habits {
  /** Before the name of somebody who takes part. */
  readonly with: ReadonlySet<string>;
  /** Before a name that is no date, and nobody who takes part. */
  readonly for: ReadonlySet<string>;
  /** Before a length: for 3 days. */
  readonly lasting: ReadonlySet<string>;
  /** Between names. */
  readonly and: ReadonlySet<string>;
  /** Meals and meetings by which a bare hour is one of the evening, or of the morning. */
  readonly evening: ReadonlySet<string>;
  readonly morning: ReadonlySet<string>;
  /** What nobody can be booked on, though it has no hours: a holiday. Of other whole days the hours stay free. */
  readonly away: ReadonlySet<string>;
  /** What people say the length of: "séance 2h". */
  readonly sessions: ReadonlySet<string>;
  /** Before a number that is no time and no date: room 12. */
  readonly numbered: ReadonlySet<string>;
  /** A number before these is a house or a count. */
  readonly counted: ReadonlySet<string>;
  /** From how many hours on `8h` is a time rather than a length, where nothing else tells. */
  readonly clockFrom: number;
  /** Glue that nothing is left of when what it held is taken out, before and behind. */
  readonly leading: ReadonlySet<string>;
  readonly trailing: ReadonlySet<string>;
  /** Before a place, and the nouns that are places without a capital letter. */
  readonly places: readonly PlaceHabit[];
  readonly placeNouns: ReadonlySet<string>;
  /** Words within the name of a place. */
  readonly withinPlace: ReadonlySet<string>;
  /** Words of the calendar, for slips of the finger. */
  readonly mended: readonly string[];
}

export interface PlaceHabit {
  readonly words: readonly string[];
  /** Whether any word may follow, or a name or one of the nouns only. */
  readonly anything?: boolean;
}

export const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));
