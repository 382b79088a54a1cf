import type { Day } from '../day/day.ts';
import type { Chart } from '../grammar/chart.ts';
import type { Habits } from '../grammar/habits.ts';
import type { Category, Values } from '../grammar/values.ts';
import type { QuickQuestion } from '../sentence.ts';
import type { Token } from '../text/tokens.ts';

/** A sentence on its way to being understood. */
export interface Reading {
  readonly sentence: string;
  readonly tokens: readonly Token[];
  readonly chart: Chart;
  readonly habits: Habits;
  readonly question: QuickQuestion;
  readonly today: Day;
}

/** A run of tokens that means something; `to` is the token behind it. */
export interface Piece<Of extends Category = Category> {
  readonly category: Of;
  readonly at: number;
  readonly to: number;
  readonly value: Values[Of];
  /** How surely it is meant so: of two over the same words the higher one stands. */
  readonly score: number;
}

export const overlaps = (one: { at: number; to: number }, other: { at: number; to: number }): boolean =>
  one.at < other.to && other.at < one.to;

export const pieceOf = <Of extends Category>(pieces: readonly Piece[], category: Of): Piece<Of> | undefined =>
  pieces.find((piece): piece is Piece<Of> => piece.category === category);
