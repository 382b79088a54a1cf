/** What is wrong with one place of an input, in plain words. */
export interface Problem {
  readonly path: string;
  readonly message: string;
}

/** More dates than a studio can mean; a hostile input ends here. */
export const MAX_LIST = 1_000;
// Somebody mends the first few, not thousands.
const MAX_PROBLEMS = 50;

export class ProblemList {
  readonly found: Problem[] = [];

  add(path: string, message: string): void {
    if (this.found.length < MAX_PROBLEMS) this.found.push({ path, message });
  }
}

/** The fields of an object that has no others than those; null, with a problem, for anything else. */
export function readObject(
  input: unknown,
  path: string,
  names: readonly string[],
  problems: ProblemList,
): Readonly<Record<string, unknown>> | null {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    problems.add(path, `This must be an object with ${wordList(names)}, and it is ${shown(input)}.`);
    return null;
  }
  const fields = Object.entries(input);
  for (const [name] of fields) {
    if (names.includes(name)) continue;
    problems.add(
      path === '' ? name : `${path}.${name}`,
      `There is no ${shown(name)} here, only ${wordList(names)}.`,
    );
  }
  return Object.fromEntries(fields.filter(([name]) => names.includes(name)));
}

export function readList(
  input: unknown,
  path: string,
  most: number,
  problems: ProblemList,
): readonly unknown[] {
  if (!Array.isArray(input)) {
    problems.add(path, `This must be a list, and it is ${shown(input)}.`);
    return [];
  }
  if (input.length <= most) return input;
  problems.add(path, `This list has ${input.length} entries; at most ${most} are possible.`);
  return [];
}

/** A value as it may stand in a message: short. */
export function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  return typeof value === 'string' ? `“${value.slice(0, 40)}”` : String(value).slice(0, 40);
}

function wordList(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
