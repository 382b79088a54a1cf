import { z } from 'zod';

const level = z.enum(['busy', 'read', 'write']);
/** Ids are texts here: the sign-in library makes some. */
const userId = z.string().min(1).max(100);

export const shareInput = z.object({
  calendarId: z.uuid(),
  with: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('person'), id: userId }),
    z.object({ kind: z.literal('group'), id: z.uuid() }),
    z.object({ kind: z.literal('everybody') }),
  ]),
  level: level.nullable(),
});

export const feedInput = z.object({
  calendarId: z.uuid(),
  name: z.string().trim().max(200),
  busyOnly: z.boolean(),
});
export const feedId = z.object({ id: z.uuid() });

export const removeCalendarInput = z.object({ id: z.uuid(), withEvents: z.boolean().optional() });

const name = z.string().trim().min(1).max(120);
export const groupId = z.object({ id: z.uuid() });
export const addGroupInput = z.object({ name, kind: z.enum(['group', 'mission']) });
export const nameGroupInput = groupId.extend({ name });
export const memberInput = z.object({ groupId: z.uuid(), userId, level: level.nullable() });
