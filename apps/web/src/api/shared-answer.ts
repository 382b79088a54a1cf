/**
 * A new answer in which everything that says what it said before is the object that it was before: what did not change is
 * not worked out, or painted, again. Unlike the library's own it knows that two `Date`s can be the same moment.
 */
export function sharedAnswer(before: unknown, after: unknown): unknown {
  if (before === after) return after;
  if (before instanceof Date && after instanceof Date) return +before === +after ? before : after;
  if (Array.isArray(before) && Array.isArray(after)) return sharedList(before, after);
  return isRecord(before) && isRecord(after) ? sharedRecord(before, after) : after;
}

function sharedList(before: readonly unknown[], after: readonly unknown[]): readonly unknown[] {
  const byId = new Map(before.map((each) => [idOf(each), each]));
  // One more or less before them does not make the others new.
  const was = (id: unknown, index: number) => (id === undefined ? before[index] : byId.get(id));
  const list = after.map((each, index) => sharedAnswer(was(idOf(each), index), each));
  const isSame = list.length === before.length && list.every((each, index) => each === before[index]);
  return isSame ? before : list;
}

function sharedRecord(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>) {
  const names = Object.keys(after);
  const entries = names.map((name) => [name, sharedAnswer(before[name], after[name])] as const);
  const isSame =
    names.length === Object.keys(before).length &&
    entries.every(([name, value]) => Object.hasOwn(before, name) && value === before[name]);
  return isSame ? before : Object.fromEntries(entries);
}

const idOf = (each: unknown): unknown => (isRecord(each) ? each['id'] : undefined);

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
