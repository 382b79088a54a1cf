import { z } from 'zod';
import { colour } from './calendar.ts';

const text = (most: number) => z.string().max(most);
const eventTime = z.union([
  z.object({ date: z.string().regex(/^(?:19|20|21)\d\d-\d\d-\d\d$/) }).strict(),
  z
    .object({
      local: z.string().regex(/^(?:19|20|21)\d\d-\d\d-\d\dT\d\d:\d\d:\d\d$/),
      zone: z.string().max(80).nullable(),
    })
    .strict(),
]);

const fields = {
  summary: text(1_000),
  start: eventTime,
  end: eventTime,
  location: text(2_000).nullable(),
  description: text(50_000).nullable(),
  url: text(2_000).nullable(),
  rrule: text(500).nullable(),
  status: z.enum(['tentative', 'confirmed', 'cancelled']).nullable(),
  transparent: z.boolean(),
  classification: z.enum(['public', 'private', 'confidential']),
  /** Minutes before the start. */
  alarms: z.array(z.number().int().min(-1_440).max(40_320)).max(10).optional(),
};

const scope = z.union([
  z.object({ scope: z.literal('all') }).strict(),
  z.object({ scope: z.enum(['this', 'following']), recurrenceId: z.string().max(40) }).strict(),
]);

const revision = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional();

/** Chosen by whoever edits, to take it back by. */
const editId = z.uuid().optional();

export const addEventInput = z.object({
  calendarId: z.uuid(),
  /** Chosen by the asker, so that asking twice makes one event. */
  id: z.uuid().optional(),
  fields: z.object(fields),
  editId,
});

export const editEventInput = z.object({
  id: z.uuid(),
  patch: z.object(fields).partial(),
  scope,
  revision,
  editId,
});
export const deleteEventInput = z.object({ id: z.uuid(), scope, revision, editId });
export const moveEventInput = z.object({ id: z.uuid(), toCalendarId: z.uuid(), revision, editId });
export const restoreInput = z.object({ id: z.uuid(), editId });
export const undoInput = z.object({ editId: z.uuid(), as: z.uuid() });
export const byId = z.object({ id: z.uuid() });
export const inCalendarInput = z.object({ calendarId: z.uuid().optional() });
export const conflictsInput = z.object({
  calendarId: z.uuid().optional(),
  settled: z.boolean().default(false),
});
const side = z.enum(['mine', 'theirs']);
/** Whose each field group is to be; what is not named stays as it is. */
const takenGroups = z
  .object({
    time: side,
    title: side,
    place: side,
    description: side,
    people: side,
    status: side,
    rest: side,
  })
  .partial()
  .strict()
  .refine((taken) => Object.keys(taken).length > 0);
export const resolveInput = z.object({
  id: z.uuid(),
  take: z.union([z.enum(['mine', 'theirs', 'both']), takenGroups]),
});
export const importInput = z.object({
  calendarId: z.uuid(),
  text: z.string().max(20_000_000),
  dryRun: z.boolean().optional(),
});
export const watchInput = z.object({ calendarIds: z.array(z.uuid()).max(2_000).optional() });
export const ownCalendarInput = z.object({
  name: z.string().trim().min(1).max(200),
  owner: z.email().max(254),
  zone: z.string().max(80).optional(),
  kind: z.enum(['personal', 'group', 'mission']).default('personal'),
  color: colour.optional(),
  groupId: z.uuid().optional(),
});
