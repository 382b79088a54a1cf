import type { DateSpec } from '../day/spec.ts';
import type {
  Clock,
  Length,
  PartOfDay,
  RepeatDays,
  RepeatSpec,
  StaySpec,
  TimeSpec,
  Unit,
} from './meaning.ts';

/** What each kind of phrase means: the categories that patterns name in braces. */
export interface Values {
  /** Digits, of any length that fits a number. */
  readonly n: number;
  /** A number in digits or in words. */
  readonly count: number;
  /** A number in words alone. */
  readonly word: number;
  /** 1 to 31, in digits or as an ordinal. */
  readonly dom: number;
  /** 1st, 21st, 1er, third. */
  readonly ordinal: number;
  /** Which of the month: 1 to 5, -1 for the last. */
  readonly nth: number;
  /** 1 is Monday. */
  readonly weekday: number;
  /** A weekday in a spelling that means something else as well: sun, mar. */
  readonly shortday: number;
  readonly plural: number;
  readonly days: readonly number[];
  readonly plurals: readonly number[];
  readonly month: number;
  readonly year: number;
  readonly unit: Unit;
  readonly length: Length;
  /** 0 to 24. */
  readonly hour: number;
  /** `09`: with its zero in front, an hour of a clock of 24. */
  readonly zerohour: number;
  /** An hour in words. */
  readonly hourword: number;
  readonly minute: number;
  readonly clock: Clock;
  /** `10.30`, which is a date or a price as well. */
  readonly dotted: Clock;
  /** An hour that nothing but its place in the sentence tells from another number. */
  readonly bare: Clock;
  readonly time: TimeSpec;
  readonly part: PartOfDay;
  /** A date that is one day or stretch by itself. */
  readonly day: DateSpec;
  /** A day, or a stretch between two. */
  readonly date: DateSpec;
  /** From a time of one day to a time of another. */
  readonly stay: StaySpec;
  readonly until: DateSpec;
  readonly repeat: RepeatSpec;
  /** The days of a repeat that stand apart from it: "weekly review on Mondays". */
  readonly ondays: RepeatDays;
  readonly times: number;
  readonly duration: Length;
  /** From now on. */
  readonly moment: Length;
  /** Minutes before. */
  readonly alarm: number;
  readonly allday: true;
  readonly free: true;
  /** Minutes that clocks there are ahead of UTC. */
  readonly offset: number;
}

export type Category = keyof Values;
