import { z } from 'zod';
import { instant } from './instant.ts';

export const calendarId = z.object({ calendarId: z.uuid() });

export const colour = z.string().regex(/^#[0-9a-f]{6}$/i);

export const setCalendarInput = z.object({
  id: z.uuid(),
  name: z.string().trim().min(1).max(200).optional(),
  color: colour.optional(),
  enabled: z.boolean().optional(),
  intervalSeconds: z.number().int().min(60).max(86_400).nullable().optional(),
  onConflict: z.enum(['remote', 'local', 'ask']).optional(),
});

export const syncInput = z.object({
  calendarId: z.uuid().optional(),
  connectionId: z.uuid().optional(),
  full: z.boolean().optional(),
});

export const syncLogInput = z.object({
  calendar: z.uuid().optional(),
  from: instant.optional(),
  outcome: z.enum(['ok', 'failed', 'held']).optional(),
  cursor: z.uuid().nullish(),
  limit: z.number().int().min(1).max(200).default(50),
});

export const syncFiguresInput = z.object({
  days: z.number().int().min(1).max(90),
  calendar: z.uuid().optional(),
});
