import type { GraphFields } from '../event/graph-event.ts';

type Name = keyof GraphFields;
export type ChangedFields = Partial<GraphFields>;

const NAMES: readonly Name[] = [
  'subject',
  'body',
  'start',
  'end',
  'isAllDay',
  'location',
  'showAs',
  'sensitivity',
  'importance',
  'categories',
  'isReminderOn',
  'reminderMinutesBeforeStart',
  'recurrence',
];

/**
 * Only what an edit changed: whatever else Graph has, and whatever Atelier does not know of it, stays (P4). A time and
 * whether it is of whole days go together, as one means nothing without the other.
 */
export function changedFields(before: GraphFields, after: GraphFields): ChangedFields {
  const differing = NAMES.filter((name) => !same(before[name], after[name]));
  const whole = differing.includes('isAllDay') ? [...differing, 'start' as const, 'end' as const] : differing;
  const sent = [...new Set(whole)].filter(
    (name) => name !== 'reminderMinutesBeforeStart' || after[name] !== null,
  );
  return Object.fromEntries(sent.map((name) => [name, after[name]]));
}

/** All that a new event says; what is not said is as Graph makes it. */
export function newFields(fields: GraphFields): ChangedFields {
  const { reminderMinutesBeforeStart: minutes, recurrence, ...rest } = fields;
  return {
    ...rest,
    ...(minutes === null ? {} : { reminderMinutesBeforeStart: minutes }),
    ...(recurrence === null ? {} : { recurrence }),
  };
}

export function isNothing(changed: ChangedFields): boolean {
  return Object.keys(changed).length === 0;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
