import type { ToldEvent } from './invitation.ts';

/** What of an event people look at, and was changed. */
export type ToldChange = 'when' | 'repeats' | 'where' | 'title' | 'notes';

/** What somebody who knows `before` has to be told. */
export function toldChanges(before: ToldEvent, now: ToldEvent): readonly ToldChange[] {
  const changed = {
    when: before.first?.start !== now.first?.start || before.first?.end !== now.first?.end,
    repeats: before.what.rrule !== now.what.rrule,
    where: before.what.location !== now.what.location,
    title: before.what.summary !== now.what.summary,
    notes: before.what.description !== now.what.description,
  };
  return CHANGES.filter((one) => changed[one]);
}

const CHANGES = ['when', 'repeats', 'where', 'title', 'notes'] as const;
