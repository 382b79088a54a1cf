/**
 * How much work a text from the outside may cause. Steps, not milliseconds: the same object gives the same
 * answer on every machine. A step is a day looked at or a time produced, some 10 to 30 ns.
 */
export class StepBudget {
  #left: number;

  constructor(steps: number) {
    this.#left = steps;
  }

  /** False once the budget is used up; it stays so. */
  spend(steps: number): boolean {
    this.#left -= steps;
    return this.#left >= 0;
  }

  get exhausted(): boolean {
    return this.#left < 0;
  }

  get left(): number {
    return Math.max(0, this.#left);
  }
}
