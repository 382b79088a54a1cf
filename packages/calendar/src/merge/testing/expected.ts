import type { FieldGroup } from '../parts/field-group.ts';
import { FIELD_NAMES, FIELDS, type Model, personOf } from './model.ts';

interface Models {
  readonly base: Model;
  readonly mine: Model;
  readonly theirs: Model;
}

export interface Expected {
  readonly model: Model;
  readonly conflicts: ReadonlySet<FieldGroup>;
}

/** What a merge must come to, worked out in numbers. */
export function expectedMerge(models: Models, prefer: 'mine' | 'theirs'): Expected {
  const { base, mine, theirs } = models;
  const conflicts = new Set<FieldGroup>();
  const three = <T>(was: T, here: T, there: T, group: FieldGroup): T => {
    if (here === there || here === was) return there;
    if (there === was) return here;
    conflicts.add(group);
    return prefer === 'mine' ? here : there;
  };
  const person = (was: number, here: number, there: number): number => {
    if (here === 0 || there === 0 || here === there) return three(was, here, there, 'people');
    const [old, ours, yours] = [personOf(was || 1), personOf(here), personOf(there)];
    const role = three(old.role, ours.role, yours.role, 'people');
    return 1 + 3 * role + three(old.answer, ours.answer, yours.answer, 'people');
  };
  const torn = isTorn(models);
  if (torn) conflicts.add('time');
  const instance = (was: number, here: number, there: number): number => {
    const chosen = torn ? (prefer === 'mine' ? here : there) : existing(was, here, there);
    if (chosen === null) conflicts.add('time');
    const state = chosen ?? (prefer === 'mine' ? here : there);
    if (state < 2 || here < 2 || there < 2) return state;
    const [old, ours, yours] = [was < 2 ? null : was - 2, here - 2, there - 2];
    const title = three(old === null ? -1 : old >> 1, ours >> 1, yours >> 1, 'title');
    return 2 + title * 2 + three(old === null ? -1 : old & 1, ours & 1, yours & 1, 'time');
  };
  const fields = FIELD_NAMES.map((name) => [
    name,
    three(base.fields[name], mine.fields[name], theirs.fields[name], FIELDS[name]),
  ]);
  const model = {
    series: base.series,
    time: torn ? (prefer === 'mine' ? mine : theirs).time : three(base.time, mine.time, theirs.time, 'time'),
    fields: Object.fromEntries(fields) as Model['fields'],
    people: base.people.map((was, at) => person(was, mine.people[at] ?? 0, theirs.people[at] ?? 0)),
    instances: base.instances.map((was, at) =>
      instance(was, mine.instances[at] ?? 0, theirs.instances[at] ?? 0),
    ),
  };
  return { model, conflicts };
}

/** The state whose existence counts; null where both sides changed it in ways that do not go together. */
function existing(was: number, here: number, there: number): number | null {
  const kind = (state: number) => Math.min(state, 2);
  if (kind(here) === kind(there) || here === was) return there;
  return there === was ? here : null;
}

/** Both changed when the series takes place, or one did so from under what the other did to an instance. */
function isTorn({ base, mine, theirs }: Models): boolean {
  if (!base.series) return false;
  const hour = ({ time }: Model) => time >> 1;
  if (hour(mine) === hour(theirs)) return false;
  const bothTimes = mine.time !== base.time && theirs.time !== base.time;
  if (bothTimes) return true;
  const [mover, other] = hour(mine) === hour(base) ? [theirs, mine] : [mine, theirs];
  const renames = base.instances.some((was, at) => was === 0 && mover.instances[at] !== 0);
  return base.instances.some((was, at) => {
    const [moved, is] = [mover.instances[at] ?? 0, other.instances[at] ?? 0];
    if (is === was) return false;
    return was === 0 || (moved === 0 && (renames || is !== 0));
  });
}
